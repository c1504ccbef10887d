// Binds the label of each field to its control, which Jenkins' tags don't do for text areas, lists of credentials and
// checkboxes. Screen readers then read the label, and a click on it focuses the control.
(function () {
  let fields = 0;

  function isOwn(control, item) {
    return control.type !== "hidden" && control.closest(".jenkins-form-item") === item;
  }

  function bindTitle(item) {
    const title = item.querySelector(":scope > .jenkins-form-label");
    const text =
      title && Array.from(title.childNodes).find((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    const control = Array.from(item.querySelectorAll("input, select, textarea")).find((each) => isOwn(each, item));
    if (!text || !control) {
      return;
    }
    control.id = control.id || "veeam-field-" + ++fields;
    const label = document.createElement("label");
    label.htmlFor = control.id;
    title.insertBefore(label, text);
    label.append(text);
  }

  // Jenkins' own script toggles the checkbox when its label is clicked, so a bound label would toggle it twice.
  function nameCheckboxes(item) {
    item.querySelectorAll(".jenkins-checkbox > input[type=checkbox] + label").forEach((label) => {
      const box = label.previousElementSibling;
      if (label.textContent.trim() && !box.hasAttribute("aria-label")) {
        box.setAttribute("aria-label", label.textContent.trim());
      }
    });
  }

  Behaviour.specify(".veeam-form .jenkins-form-item", "veeam-field-labels", 0, function (item) {
    bindTitle(item);
    nameCheckboxes(item);
  });
})();
