# Refuses a change unless the backups behind a copy job are as expected. Needs no provider but Terraform's built-in one,
# the command veeam-linked-jobs on the PATH, and VEEAM_EM_PASSWORD in the environment.

variable "em_url" {
  type        = string
  description = "Enterprise Manager, such as https://em.example.com:9398"
}

variable "em_user" {
  type        = string
  description = "Account with the role Portal Administrator"
}

variable "em_ca_file" {
  type        = string
  description = "PEM of the certificate's authority, or of the certificate itself"
}

variable "copy_job" {
  type        = string
  description = "Name, GUID or UID of the backup copy job"
}

variable "change" {
  type        = string
  description = "Stands for what is to be changed"
}

resource "terraform_data" "backups_verified" {
  # The time is known at apply only, so this is replaced, and the gate asked, at each apply: a saved plan is no verdict.
  triggers_replace = timestamp()

  provisioner "local-exec" {
    command = join(" ", [
      "veeam-linked-jobs --url \"$EM_URL\" --user \"$EM_USER\" --ca-file \"$EM_CA_FILE\" --copy-job \"$COPY_JOB\"",
      "--expect last-result=Warning --expect max-age=24h --expect required=SQL --expect required=Exchange",
    ])
    environment = {
      EM_URL     = var.em_url
      EM_USER    = var.em_user
      EM_CA_FILE = var.em_ca_file
      COPY_JOB   = var.copy_job
    }
  }
}

resource "terraform_data" "change" {
  input      = var.change
  depends_on = [terraform_data.backups_verified]
}
