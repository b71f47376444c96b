// Sends the controls without leaving the page, and keeps the figures current.
import { refreshLiveParts } from "./live-parts.js";

const INTERVAL_MS = 2000;

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const response = await fetch(form.getAttribute("action"), { method: "POST", body });
  const answer = await response.json();
  document.getElementById("result").textContent = response.ok ? "Done." : `Refused: ${answer.error}`;
  await refreshLiveParts();
});

setInterval(() => {
  if (!document.hidden) void refreshLiveParts();
}, INTERVAL_MS);
