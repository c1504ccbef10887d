#!/bin/sh
# Plans, queries the gate, and applies that plan only if the gate passes. All arguments go to "terraform plan", such as
# -destroy, -replace=ADDRESS, -target=ADDRESS or -var-file=FILE.
#
# Needs terraform and veeam-linked-jobs on the PATH, and VEEAM_EM_URL, VEEAM_EM_USER, VEEAM_EM_PASSWORD and, unless the
# system trusts the server's CA, VEEAM_EM_CA_FILE in the environment.
set -eu

# A plan can contain secrets. mktemp makes a directory that nobody else can read.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

terraform plan -input=false -out="$work/tfplan" "$@"
veeam-linked-jobs --copy-job 'Offsite copy' \
  --expect last-result=Warning --expect max-age=24h --expect required=SQL --expect required=Exchange
terraform apply -input=false "$work/tfplan"
