// Sends the controls without leaving the page, and keeps the figures current.
async function refresh() {
  const response = await fetch("/_emulator", { headers: { accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    if (next && next.innerHTML !== part.innerHTML && !part.contains(document.activeElement))
      part.innerHTML = next.innerHTML;
  }
}

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const response = await fetch(form.getAttribute("action"), { method: form.dataset.method ?? "POST", body });
  const answer = await response.json();
  document.getElementById("result").textContent = response.ok ? "Done." : `Refused: ${answer.error}`;
  await refresh();
});

setInterval(() => {
  if (!document.hidden) void refresh();
}, 2000);
