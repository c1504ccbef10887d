// Tells the check of a server's name the names in the other rows of the form, which Jenkins doesn't send with a check.
(function () {
  const NAME = ".veeam-form input[name='_.name']";

  function update(input) {
    const row = input.closest(".repeated-chunk");
    const others = row && row.querySelector("input[name='_.otherNames']");
    if (others) {
      others.value = Array.from(row.parentElement.children)
        .map((each) => each.querySelector("input[name='_.name']"))
        .filter((each) => each && each !== input)
        .map((each) => each.value)
        .join("\n");
    }
  }

  // While the event is captured, so before Jenkins' own listener sends the check.
  ["input", "change"].forEach((type) =>
    document.addEventListener(
      type,
      (event) => {
        if (event.target.matches && event.target.matches(NAME)) {
          update(event.target);
        }
      },
      true,
    ),
  );
})();
