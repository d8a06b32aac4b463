import type { Describers } from '../describe-fact.js';
import { detailed, type Phrase, phrase, raw, told, where } from '../phrase.js';

/** What a sentence calls an update: its KB number, else its title, else its identifier. */
export function updateName(update: {
  readonly kb: string | null;
  readonly title?: string | null;
  readonly updateId?: string | null;
}): Phrase {
  if (update.kb !== null) return raw(update.kb);
  if (update.title) return phrase('report/fact#update', { title: update.title });
  if (update.updateId) return phrase('report/fact#update-by-id', { id: update.updateId });
  return phrase('report/fact#some-update');
}

export const updateFacts = {
  'update-event': (event) => {
    const update = updateName(event);
    if (event.what === 'install-failed' && event.code !== null) {
      return phrase('report/update#install-failed-with', { update, code: { hresult: event.code } });
    }
    return detailed(phrase(`report/update#${event.what}`, { update }), [
      told(event.code === 0 ? null : event.code, (code) => phrase('report/detail#code', { code: { hresult: code } })),
      told(event.count, (count) => phrase('report/detail#found', { count: { count } })),
    ]);
  },

  restart: ({ what, bootType }) =>
    what === 'start' && bootType !== null
      ? phrase(`report/restart#start-${bootType}`)
      : phrase(`report/restart#${what}`),

  'servicing-error': (error) => {
    const component = phrase(`report/servicing#component-${error.component}`);
    const claim =
      error.code === null
        ? phrase('report/servicing#error', { component })
        : phrase('report/servicing#error-with', { component, code: { hresult: error.code } });
    return detailed(claim, [
      told(error.symbol, (symbol) => phrase('report/detail#symbol', { symbol })),
      told(error.kb, (kb) => phrase('report/detail#kb', { kb })),
      where(error.aboutWinRe, phrase('report/detail#about-winre')),
      where(error.weight === 'noise', phrase('report/detail#as-noise')),
      where(error.weight === 'warning', phrase('report/detail#as-warning')),
    ]);
  },

  'installed-package': (item) => {
    const main = item.kb ?? item.name;
    const name = main === null ? phrase('report/servicing#some-package') : raw(main);
    return detailed(phrase(`report/servicing#package-${item.state}`, { name }), [
      item.kb === null ? null : told(item.name, raw),
      told(item.version, raw),
    ]);
  },

  'installer-failure': (failure) => {
    const name = raw(failure.name ?? failure.product);
    const claim =
      failure.code === null
        ? phrase('report/servicing#installer-failed', { name })
        : phrase('report/servicing#installer-failed-with', { name, code: { hresult: failure.code } });
    return detailed(claim, [
      told(failure.innerCode, (code) => phrase('report/detail#inner-code', { code: { hresult: code } })),
      told(failure.kb, (kb) => phrase('report/detail#kb', { kb })),
    ]);
  },
} satisfies Partial<Describers>;
