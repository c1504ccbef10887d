# Holds back a change while the backups behind a copy job are not as you expect. You need veeam-linked-jobs on the PATH,
# VEEAM_EM_PASSWORD in the environment, and a POSIX shell, but no provider beside Terraform's built-in one.

variable "em_url" {
  type        = string
  description = "Enterprise Manager, such as https://em.example.com:9398"
}

variable "em_user" {
  type        = string
  description = "Account with the Portal Administrator role"
}

variable "em_ca_file" {
  type        = string
  default     = null
  description = "PEM file with the CA of Enterprise Manager's certificate. Default: VEEAM_EM_CA_FILE"
}

variable "copy_job" {
  type        = string
  description = "Name, GUID or UID of the backup copy job"
}

variable "change" {
  type        = string
  description = "Stands for what you want to change"
}

# The step is replaced at each apply, before what depends on it is created or updated. But Terraform destroys what it
# replaces before this step runs. That is why there is a guard below.
resource "terraform_data" "backups_verified" {
  triggers_replace = timestamp()

  provisioner "local-exec" {
    command = <<-EOT
      veeam-linked-jobs --copy-job "$COPY_JOB" \
        --expect last-result=Warning --expect max-age=24h --expect required=SQL --expect required=Exchange
    EOT
    environment = {
      VEEAM_EM_URL     = var.em_url
      VEEAM_EM_USER    = var.em_user
      VEEAM_EM_CA_FILE = var.em_ca_file
      COPY_JOB         = var.copy_job
    }
  }
}

resource "terraform_data" "change" {
  input      = var.change
  depends_on = [terraform_data.backups_verified]
}

# The guard depends on everything that you want to protect, so Terraform destroys it before any of that is updated,
# replaced or destroyed. It can't use variables, and self has the values of the last apply. The environment takes
# precedence, so that a server that has moved doesn't lock you out. Keep the rules equal to those of the step.
resource "terraform_data" "guard" {
  triggers_replace = timestamp()
  input = {
    em_url     = var.em_url
    em_user    = var.em_user
    em_ca_file = var.em_ca_file
    copy_job   = var.copy_job
  }
  depends_on = [terraform_data.change]

  provisioner "local-exec" {
    when    = destroy
    command = <<-EOT
      export VEEAM_EM_URL="$${VEEAM_EM_URL:-$EM_URL}"
      export VEEAM_EM_USER="$${VEEAM_EM_USER:-$EM_USER}"
      export VEEAM_EM_CA_FILE="$${VEEAM_EM_CA_FILE:-$EM_CA_FILE}"
      veeam-linked-jobs --copy-job "$COPY_JOB" \
        --expect last-result=Warning --expect max-age=24h --expect required=SQL --expect required=Exchange
    EOT
    environment = {
      EM_URL     = self.input.em_url
      EM_USER    = self.input.em_user
      EM_CA_FILE = self.input.em_ca_file
      COPY_JOB   = self.input.copy_job
    }
  }
}
