/** Every language that prose is read in. */
import { cs } from './cs.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { ko } from './ko.js';
import type { Lexicon } from './lexicon.js';
import { nl } from './nl.js';
import { pl } from './pl.js';
import { pt } from './pt.js';
import { ru } from './ru.js';
import { tr } from './tr.js';
import { uk } from './uk.js';
import { zhCn } from './zh-cn.js';
import { zhTw } from './zh-tw.js';

export const LEXICONS: readonly Lexicon[] = [en, de, fr, es, it, pt, nl, pl, cs, ru, uk, tr, ja, zhCn, zhTw, ko];
