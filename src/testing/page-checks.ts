/** Checks that run inside a page, by `page.evaluate`: each must be whole in itself. */

/** What is wrong with the structure of the page: headings, names, links, ids, landmarks, tables. */
export function structureFaults(): string[] {
  const faults: string[] = [];
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const say = (fault: string, element: Element) => faults.push(`${fault}: ${element.outerHTML.slice(0, 80)}`);

  let level = 0;
  for (const element of all('h1, h2, h3, h4, h5, h6')) {
    const own = Number(element.tagName.slice(1));
    if (own > level + 1) say(`heading jumps from ${level}`, element);
    if ((element.textContent ?? '').trim() === '') say('empty heading', element);
    level = own;
  }
  if (all('h1').length !== 1) faults.push(`${all('h1').length} headings of level 1`);
  for (const name of ['main', 'header', 'footer'])
    if (all(name).length !== 1) faults.push(`${all(name).length} ${name}`);

  const ids = all('[id]').map(({ id }) => id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
  for (const link of all('a')) {
    const target = decodeURIComponent(new URL((link as HTMLAnchorElement).href).hash.slice(1));
    if (document.getElementById(target) === null) say('link to nowhere', link);
    const name = link.getAttribute('aria-label') ?? link.textContent ?? '';
    if (name.trim() === '') say('link without a name', link);
  }
  for (const drawing of all('svg')) {
    const isNamed = drawing.getAttribute('role') === 'img' && (drawing.getAttribute('aria-label') ?? '') !== '';
    if (!isNamed && drawing.getAttribute('aria-hidden') !== 'true') say('drawing without a name', drawing);
  }
  for (const element of all('[aria-labelledby]')) {
    const named = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    if ((named?.textContent ?? '').trim() === '') say('name that is not there', element);
  }
  for (const cell of all('th')) if (!cell.hasAttribute('scope')) say('heading of a table without scope', cell);
  for (const part of all('ul > :not(li), ol > :not(li), dl > :not(dt):not(dd)')) say('stray part of a list', part);
  if (document.documentElement.lang === '') faults.push('no language');
  if (document.title.trim() === '') faults.push('no title');
  return faults;
}

/** Texts whose contrast to what lies behind them is below `contrastMin`. */
export function contrastFaults(contrastMin: number): string[] {
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: readonly number[]) => {
    const [red, green, blue] = colour.slice(0, 3).map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (a: readonly number[], b: readonly number[]) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const isClear = (colour: readonly number[]) => colour.length === 0 || colour[3] === 0;
  const behindText = (element: Element): number[] => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (!isClear(colour)) return colour;
    }
    return [255, 255, 255];
  };
  /** Of a text in a drawing: the block drawn last before it that holds its start, else the page behind the drawing. */
  const behindDrawn = (text: Element): number[] => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + 2, (box.top + box.bottom) / 2];
    const holds = (block: Element) => {
      const around = block.getBoundingClientRect();
      return around.left <= x && around.right >= x && around.top <= y && around.bottom >= y;
    };
    const drawing = text.closest('svg') as Element;
    const before = [...drawing.querySelectorAll('rect')].filter(
      (block) => holds(block) && (block.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    );
    const last = before.at(-1);
    return last === undefined ? behindText(drawing) : numbers(getComputedStyle(last).fill);
  };

  for (const details of document.querySelectorAll('details')) details.open = true;
  const faults: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
    );
    if (!own || element.tagName === 'title' || element.closest('.skip') !== null) continue;
    const isDrawn = element.tagName === 'text';
    const style = getComputedStyle(element);
    const ink = numbers(isDrawn ? style.fill : style.color);
    const found = ratio(ink, isDrawn ? behindDrawn(element) : behindText(element));
    if (found < contrastMin) faults.push(`${found.toFixed(2)} ${element.outerHTML.slice(0, 80)}`);
  }
  return faults;
}
