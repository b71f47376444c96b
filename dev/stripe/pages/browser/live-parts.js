const FOCUSABLE = "a, button, input, select";
const isTyping = (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

/** Replaces every `data-live` part of the page by its current state, except where somebody types; focus stays. */
export async function refreshLiveParts() {
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const next = fresh.getElementById(part.id);
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    if (!next || next.innerHTML === part.innerHTML || isTyping(focused)) continue;
    const place = [...part.querySelectorAll(FOCUSABLE)].indexOf(focused);
    part.innerHTML = next.innerHTML;
    if (place >= 0) part.querySelectorAll(FOCUSABLE)[place]?.focus();
  }
}
