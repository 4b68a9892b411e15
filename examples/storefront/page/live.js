// The page works without this file; with it, the backstage is live and a switch does not lose your place.

const board = document.querySelector("#board");
new EventSource("/backstage/board").addEventListener("message", ({ data }) => {
  board.innerHTML = data;
});

const switches = document.querySelector(".switches");
switches.addEventListener("submit", (event) => {
  event.preventDefault();
  void press(event.submitter);
});

/** Sends what the form would send, and shows what the page has become in place of what it was. */
async function press(button) {
  const body = new URLSearchParams(new FormData(switches, button));
  const answer = await fetch(switches.action, { method: "POST", body });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["main", ".took"])
    document.querySelector(part).innerHTML = page.querySelector(part).innerHTML;
  for (const known of switches.querySelectorAll("button"))
    known.ariaPressed = page.querySelector(`button[value="${known.value}"]`).ariaPressed;
}
