/* What the pages do beyond being read. Everything is there without it. */
(() => {
  "use strict"

  /* Show the statements of one speaker. */
  for (const group of document.querySelectorAll("[data-sd-filter=speaker]")) {
    const buttons = [...group.querySelectorAll("button")]
    const shown = document.querySelectorAll("[data-speaker]")
    group.hidden = false
    group.addEventListener("click", event => {
      const button = event.target.closest("button")
      if (!button) return
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button))
      for (const one of shown) one.hidden = button.dataset.value !== "" && one.dataset.speaker !== button.dataset.value
    })
  }

  /* A link to a place inside something folded opens it. */
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target) return
    let opened = false
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      if (!fold.open) fold.open = opened = true
    }
    if (opened) target.scrollIntoView()
  }
  addEventListener("hashchange", reveal)
  reveal()

  /* On paper nothing is folded. */
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".sd details:not([open]):not(.sd-making)")) {
      fold.open = true
      fold.dataset.sdPrinted = ""
    }
  })
  addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-sd-printed]")) {
      fold.open = false
      delete fold.dataset.sdPrinted
    }
  })
})()
