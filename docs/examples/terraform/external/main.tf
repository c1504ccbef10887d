# Holds back a change while the backups behind a copy job are not as you expect. You need the provider
# hashicorp/external, veeam-linked-jobs on the PATH, and a POSIX shell. Set VEEAM_EM_URL, VEEAM_EM_USER and
# VEEAM_EM_PASSWORD. Set VEEAM_EM_CA_FILE unless the system trusts the CA of Enterprise Manager's certificate.

terraform {
  required_providers {
    external = {
      source  = "hashicorp/external"
      version = "~> 2.3"
    }
  }
}

variable "change" {
  type        = string
  description = "Stands for what you want to change"
}

# Read while planning: if the gate fails, there is no plan. Don't add depends_on, and don't use values that are known
# only after an apply. Either would defer the query to the apply, after resources have been destroyed.
data "external" "backups" {
  program = ["veeam-linked-jobs", "terraform"]
  query = {
    copy_job    = "Offsite copy"
    expect_file = "${path.module}/backup-rules.txt"
  }

  lifecycle {
    postcondition {
      condition = self.result.passed == "true"
      error_message = join("\n", [
        for violation in jsondecode(self.result.violations) : "${violation.rule}: ${violation.message}"
      ])
    }
  }
}

# Depends on the data source, so that the gate is also queried with -target.
resource "terraform_data" "change" {
  input      = var.change
  depends_on = [data.external.backups]
}

# The guard depends on everything that you want to protect, so Terraform destroys it before any of that is updated,
# replaced or destroyed. It covers "terraform destroy" and saved plans. Its provisioner can't use variables.
resource "terraform_data" "guard" {
  triggers_replace = timestamp()
  depends_on       = [terraform_data.change]

  provisioner "local-exec" {
    when    = destroy
    command = "veeam-linked-jobs --copy-job 'Offsite copy' --expect-file '${path.module}/backup-rules.txt'"
  }
}

output "linked_jobs" {
  value = jsondecode(data.external.backups.result.names)
}
