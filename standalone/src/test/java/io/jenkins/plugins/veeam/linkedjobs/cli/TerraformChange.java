package io.jenkins.plugins.veeam.linkedjobs.cli;

import static io.jenkins.plugins.veeam.linkedjobs.cli.TerraformWay.CHANGE_BLOCK;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A kind of change: what is edited in the configuration, and the arguments that Terraform gets. */
record TerraformChange(UnaryOperator<String> edit, String... arguments) {

    private static final UnaryOperator<String> SAME = hcl -> hcl;

    /** By the names that the table of docs/terraform.md gives them. */
    static final Map<String, TerraformChange> KINDS = kinds();

    private static Map<String, TerraformChange> kinds() {
        String replace = "-replace=terraform_data.change";
        String createFirst = "  lifecycle {\n    create_before_destroy = true\n  }";
        Map<String, TerraformChange> kinds = new LinkedHashMap<>();
        kinds.put("first apply", new TerraformChange(SAME));
        kinds.put("new resource", new TerraformChange(TerraformChange::withAnotherResource));
        kinds.put("update in place", new TerraformChange(SAME, "-var=change=second"));
        kinds.put("replacement", new TerraformChange(hcl -> into("  triggers_replace = \"new\"", hcl)));
        kinds.put("`-replace`", new TerraformChange(SAME, replace));
        kinds.put(
                "`-replace` with `create_before_destroy`",
                new TerraformChange(hcl -> into(createFirst, hcl), replace));
        kinds.put("resource removed", new TerraformChange(hcl -> WithTerraform.without(CHANGE_BLOCK, hcl)));
        kinds.put("`destroy`", new TerraformChange(SAME, "-destroy"));
        kinds.put("`destroy -target`", new TerraformChange(SAME, "-destroy", "-target=terraform_data.change"));
        kinds.put(
                "`-target`, update in place",
                new TerraformChange(SAME, "-target=terraform_data.change", "-var=change=second"));
        kinds.put("`-target`, `-replace`", new TerraformChange(SAME, "-target=terraform_data.change", replace));
        return kinds;
    }

    /** With this line in the block of the resource that is changed. */
    static String into(String line, String hcl) {
        return hcl.replace(CHANGE_BLOCK + " {\n", CHANGE_BLOCK + " {\n" + line + "\n");
    }

    private static String withAnotherResource(String hcl) {
        return hcl.replace("[terraform_data.change]", "[terraform_data.change, terraform_data.change_too]")
                + WithTerraform.block(CHANGE_BLOCK, hcl).replace("\"change\"", "\"change_too\"");
    }
}
