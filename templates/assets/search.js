/* The search page: folds what is typed as the index was folded (generator/language/fold.py, generator/render/search.py),
   asks Pagefind, and shows passages as they stand in the sources. Third-party words are only ever set as text. */
(() => {
  "use strict"
  const form = document.getElementById("sd-search")
  if (!form) return

  const input = document.getElementById("sd-q")
  const results = document.getElementById("sd-results")
  const status = document.getElementById("sd-found")
  const more = document.getElementById("sd-more")
  const filterBox = document.getElementById("sd-filters")
  const words = Object.fromEntries(
    [...document.getElementById("sd-words").content.querySelectorAll("[data-key]")].map(e => [e.dataset.key, e.textContent])
  )
  const root = form.dataset.root
  const PAGE = 5

  /* --- folding --------------------------------------------------------------------------------------- */
  const LETTERS = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ß": "ss",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ؤ": "و", "ک": "ك",
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "ё": "е", "’": "'", "‘": "'", "–": "-", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"'
  }
  const MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff\ufe00-\ufe0f\u200b-\u200f]/g
  const mapped = text => [...text].map(c => LETTERS[c] ?? c).join("")
  const fold = text => mapped(mapped(text.normalize("NFKC").toLowerCase()).normalize("NFKD").replace(MARKS, "").normalize("NFC"))
  const bare = word => word.replace(/^(?:[وفبلك]?ال|لل)(?=[\u0620-\u064a]{3})/, "")
  const pairs = word =>
    /^[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{3,}$/.test(word)
      ? [...word].slice(0, -1).map((c, i) => word.slice(i, i + 2)).join(" ")
      : word
  const asked = text => {
    const folded = fold(text).trim()
    if (/^".+"$/.test(folded)) return folded
    return folded.replaceAll('"', " ").split(/\s+/).filter(Boolean).map(word => pairs(bare(word))).join(" ")
  }

  /* --- the index ------------------------------------------------------------------------------------- */
  let loading
  const load = () => (loading ??= import(new URL(form.dataset.index, location.href).href).then(async pagefind => {
    /* A worker would load the program a second time, for searches that take a few milliseconds. */
    const instance = pagefind.createInstance({ noWorker: true, ranking: { termFrequency: 0.6 } })
    await instance.init()
    return instance
  }))

  /* The values to choose from are only loaded by those who want to choose. */
  let filtering
  const offerFilters = () => (filtering ??= addFilters())

  let table
  const addFilters = async () => {
    table = await (await fetch(new URL("filters.json", new URL(form.dataset.index, location.href)))).json()
    for (const name of ["kind", "language", "outlet", "entity", "month"]) {
      const values = Object.entries(table.filters[name] ?? {}).map(([value, records]) => [value, records.length])
        .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, 300)
      if (values.length < 2) continue
      const label = document.createElement("label")
      label.append(words[name])
      const select = document.createElement("select")
      select.name = name
      select.dir = "auto"
      select.append(new Option(words.all, ""))
      for (const [value, count] of values) select.append(new Option(`${value} (${count})`, value))
      const wanted = new URLSearchParams(location.search).get(name)
      if (wanted && values.some(([value]) => value === wanted)) select.value = wanted
      label.append(select)
      filterBox.append(label)
    }
  }

  /* Keeps the results that have every chosen value. */
  const narrowed = (results, filters) => Object.entries(filters).reduce((left, [name, value]) => {
    const allowed = new Set((table.filters[name]?.[value] ?? []).map(record => table.ids[record]))
    return left.filter(result => allowed.has(result.id))
  }, results)

  const chosen = () => Object.fromEntries([...filterBox.querySelectorAll("select")].filter(s => s.value).map(s => [s.name, s.value]))

  /* --- results --------------------------------------------------------------------------------------- */
  const marked = (element, text, terms) => {
    const parts = text.split(/([\p{L}\p{M}\p{N}]+)/u)
    for (const part of parts) {
      const form = fold(part)
      if (form && terms.some(term => bare(form).startsWith(term) || form.includes(term))) {
        const mark = document.createElement("mark")
        mark.textContent = part
        element.append(mark)
      } else element.append(part)
    }
  }

  const item = (record, terms) => {
    const li = document.createElement("li")
    const heading = document.createElement("h2")
    const link = document.createElement("a")
    link.href = new URL(record.url, new URL(root, location.href)).href
    const title = document.createElement("bdi")
    if (record.language) title.lang = record.language
    title.textContent = record.title
    link.append(title)
    heading.append(link)
    const kind = document.createElement("p")
    kind.className = "sd-kind"
    kind.textContent = [record.kind, record.date].filter(Boolean).join(" · ")
    li.append(heading, kind)
    const hits = record.passages
      .map(passage => [passage, terms.filter(term => fold(passage[3]).includes(term)).length])
      .filter(([, count]) => count)
      .sort((a, b) => b[1] - a[1])
    for (const [[language, direction, place, text]] of hits.length ? hits.slice(0, 2) : [[record.passages[0]]]) {
      if (!text) continue
      const p = document.createElement("p")
      p.lang = language
      p.dir = direction
      marked(p, text.length > 260 ? `${text.slice(0, 260).replace(/\s\S*$/, "")} …` : text, terms)
      if (place) {
        const source = document.createElement("a")
        source.className = "sd-original"
        source.href = new URL(place, new URL(root, location.href)).href
        source.textContent = words.source
        p.append(" ", source)
      }
      li.append(p)
    }
    return li
  }

  let turn = 0
  let found = []
  let reached = 0
  let terms = []
  const show = async mine => {
    const next = await Promise.all(found.slice(reached, reached + PAGE).map(result => result.data()))
    if (mine !== turn) return
    for (const data of next) results.append(item(JSON.parse(data.meta.record), terms))
    reached += next.length
    more.hidden = reached >= found.length
  }

  const search = async () => {
    const mine = ++turn
    const query = asked(input.value)
    let pagefind
    try {
      pagefind = await load()
    } catch {
      status.textContent = words.failed
      return
    }
    const filters = chosen()
    if (!query && !Object.keys(filters).length) {
      results.replaceChildren()
      status.textContent = ""
      more.hidden = true
      return
    }
    const answer = await pagefind.search(query || null)
    if (mine !== turn) return
    found = narrowed(answer.results, filters)
    reached = 0
    terms = query.replaceAll('"', "").split(" ").filter(Boolean)
    results.replaceChildren()
    await show(mine)
    if (mine !== turn) return
    status.textContent = found.length ? `${words.found} ${found.length}` : words.none
    const address = new URL(location.href)
    address.search = new URLSearchParams({ ...(input.value ? { q: input.value } : {}), ...filters })
    history.replaceState(null, "", address)
  }

  let waiting
  const later = () => { clearTimeout(waiting); waiting = setTimeout(search, 60) }
  form.addEventListener("submit", event => { event.preventDefault(); search() })
  input.addEventListener("focus", load, { once: true })
  input.addEventListener("input", later)
  filterBox.addEventListener("change", search)
  const panel = filterBox.closest("details")
  panel.hidden = false
  panel.addEventListener("toggle", offerFilters, { once: true })
  more.addEventListener("click", () => show(turn))
  /* Further results come as the reader gets there. */
  new IntersectionObserver(seen => { if (seen.some(entry => entry.isIntersecting) && scrollY > 0) show(turn) }).observe(more)
  input.value = new URLSearchParams(location.search).get("q") ?? ""
  const asks = new URLSearchParams(location.search)
  if (["kind", "language", "outlet", "entity", "month"].some(name => asks.has(name))) {
    panel.open = true
    offerFilters().then(search)
  } else if (input.value) search()
})()
