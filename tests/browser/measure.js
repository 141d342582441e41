// Measures one page. Returns lists of faults; an empty list is a kept promise.
() => {
  const faults = { cut: [], wide: [], leading: [], small: [], contrast: [], targets: [] };
  const seen = (e) => {
    const r = e.getBoundingClientRect();
    const s = getComputedStyle(e);
    return r.width > 1.5 && r.height > 1.5 && s.visibility === "visible" &&
      !e.closest(".visually-hidden, .skip, [hidden]") && !s.clipPath.startsWith("inset(50%");
  };
  const name = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute("class") || ""}"> ` +
    `${(e.textContent || e.value || "").trim().slice(0, 40)}`;
  const colour = (text) => {
    const n = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
    return [n[0], n[1], n[2], n.length > 3 ? n[3] : 1];
  };
  const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
  const ground = (e) => {
    const layers = [];
    for (let n = e; n; n = n.parentElement) {
      const c = colour(getComputedStyle(n).backgroundColor);
      if (c[3] > 0) layers.push(c);
      if (c[3] === 1) break;
    }
    return layers.reverse().reduce((under, c) => over(c, under), [255, 255, 255, 1]);
  };
  const light = (c) => {
    const [r, g, b] = c.slice(0, 3).map((v) => {
      v /= 255;
      return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };

  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
    faults.wide.push(`${document.documentElement.scrollWidth} px`);
  }
  const own = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  for (const e of document.querySelectorAll("body *")) {
    const field = e.matches("input:not([type=hidden]), select, textarea");
    if (!(own(e) || field) || !seen(e)) continue;
    const s = getComputedStyle(e);
    const svg = e.ownerSVGElement;
    const scale = svg ? Math.abs(e.getScreenCTM().d) : 1;
    const size = parseFloat(s.fontSize) * scale;
    if (size < 15.99) faults.small.push(`${size.toFixed(1)} px ${name(e)}`);
    if (!svg) {
      const leading = parseFloat(s.lineHeight) / parseFloat(s.fontSize);
      const thai = /[\u0e00-\u0e7f]/.test(e.textContent || e.value || "");
      if (thai && !(leading >= 1.595) && !e.matches("option")) {
        faults.leading.push(`${leading.toFixed(2)} ${name(e)}`);
      }
      if (!e.matches("option")) {
        const back = ground(e);
        const front = over(colour(s.color), back);
        const bold = parseInt(s.fontWeight, 10) >= 600;
        const large = size >= 24 || (size >= 18.66 && bold);
        const found = ratio(front, back);
        if (found < (large ? 3 : 4.5)) faults.contrast.push(`${found.toFixed(2)} ${name(e)}`);
      }
      const hides = /hidden|clip/.test(s.overflowX) || s.textOverflow === "ellipsis";
      if (hides && !field && e.scrollWidth > e.clientWidth + 1) faults.cut.push(name(e));
      const r = e.getBoundingClientRect();
      const box = e.closest(".picture, .table-box, pre, textarea");
      if (!box && (r.right > innerWidth + 1 || r.left < -1)) faults.cut.push(`off ${name(e)}`);
    }
  }
  for (const e of document.querySelectorAll(
    "button, select, summary, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), " +
    "textarea, .tick, a.button, .mainnav a, .tool, .crumbs a"
  )) {
    if (seen(e) && e.getBoundingClientRect().height < 43.9) {
      faults.targets.push(`${e.getBoundingClientRect().height} px ${name(e)}`);
    }
  }
  for (const key of Object.keys(faults)) faults[key] = [...new Set(faults[key])].slice(0, 6);
  return faults;
}
