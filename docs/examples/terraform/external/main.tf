# Reads the linked jobs and the gate's verdict into Terraform. Needs the provider hashicorp/external, the command
# veeam-linked-jobs on the PATH, and VEEAM_EM_PASSWORD in the environment.

terraform {
  required_providers {
    external = {
      source  = "hashicorp/external"
      version = "~> 2.3"
    }
  }
}

variable "em_url" {
  type        = string
  description = "Enterprise Manager, such as https://em.example.com:9398"
}

variable "em_user" {
  type        = string
  description = "Account with the role Portal Administrator"
}

variable "change" {
  type        = string
  description = "Stands for what is to be changed"
}

resource "terraform_data" "each_apply" {
  # The time is known at apply only, so this is replaced at each apply …
  triggers_replace = timestamp()
}

data "external" "offsite_copy" {
  program = ["veeam-linked-jobs", "terraform"]
  query = {
    url         = var.em_url
    user        = var.em_user
    copy_job    = "Offsite copy"
    last_result = "Warning"
    max_age     = "24h"
    required    = jsonencode(["SQL", "Exchange"])
  }

  # … and what depends on it is read at each apply, after it: a saved plan is no verdict.
  depends_on = [terraform_data.each_apply]

  lifecycle {
    postcondition {
      condition = self.result.passed == "true"
      error_message = join("\n", [
        for violation in jsondecode(self.result.violations) : "${violation.rule}: ${violation.message}"
      ])
    }
  }
}

resource "terraform_data" "change" {
  input      = var.change
  depends_on = [data.external.offsite_copy]
}

output "linked_jobs" {
  value = jsondecode(data.external.offsite_copy.result.names)
}
