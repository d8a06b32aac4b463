import type { Lexicon } from './lexicon.js';

/** German. Compounds are written together or with a hyphen, and umlauts are folded to their letters. */
export const de: Lexicon = {
  tag: 'de',
  common: 'der die das und ist nicht mit auf ein eine ich nach bei wird auch wie von zu den dem im es beim habe',
  months: 'januar februar märz april mai juni juli august september oktober november dezember',
  ways: {
    'recovery-partition':
      'wiederherstellungspartition*|recovery partition*|winre partition*|windows re partition*|re partition*|rettungspartition*|wiederherstellungs partition*|partition … wiederherstellungsumgebung',
    winre: 'wiederherstellungsumgebung|winre umgebung|windows wiederherstellungsumgebung',
    image: 'winre abbild|wiederherstellungsabbild*|winre image|wiederherstellungsimage|wim datei|re abbild',
    'os-volume':
      'laufwerk c|c laufwerk|systempartition|systemlaufwerk*|windows partition|windows laufwerk|c partition|partition c|systemplatte|platte c|c platte|windows volume|betriebssystempartition',
    'boot-partition': 'efi partition|efi systempartition|system reserviert|systemreserviert*|efi|esp|msr',
    'other-partition':
      'datenpartition|andere partition|weitere partition|herstellerpartition|linux partition|oem partition',
    partition: 'partition*',
    free: 'frei|freie|freier|freien|freies|verfügbar*|freier speicher*|freier platz|freiem platz|übrig',
    used: 'belegt|belegte|benutzt|verwendet|gebraucht',
    encryption: 'bitlocker|geräteverschlüsselung|laufwerkverschlüsselung|laufwerksverschlüsselung',
    driver: 'treiber*|firmware',
    installer: 'installer*|installationsprogramm*|setup|msi|paket|installationspaket*',
    'windows-update': 'windows update|update|updates|patch|patches|aktualisierung*|updaten',
    history: 'updateverlauf*|verlauf|update historie|historie',
    'boot-data': 'startkonfigurationsdaten|bcd|bcd speicher|startkonfiguration',
    event: 'ereignis*|event|eintrag 4501|eintrag 4502',
    'error-code': 'code|fehler|fehlercode|mit|vorgang fehlgeschlagen',
    installation: 'windows installation|zielinstallation',
    fail: 'scheitert|scheitern|gescheitert|schlägt … fehl|schlug … fehl|schlagen … fehl|fehlgeschlagen*|fehlschlag*|fehler|fehlermeldung*|fehlercode|bricht … ab|brach … ab|abgebrochen|abbruch|bricht ab|lässt sich nicht installieren|nicht installieren|nicht installiert|verweigert|fehlerhaft|misslingt|installiert sich nicht|geht nicht rein|hängt sich auf',
    install:
      'installation|installiere|installieren|einspielen|installationen|frisch installiert*|neu installiert*|neuinstallation|vorinstalliert*|zu installieren|neu aufgesetzt*|installiert werden',
    succeed:
      'erfolgreich installiert|installiert|ist installiert|wurde installiert|ist jetzt installiert|ist drin|ging durch|lief durch|lief … durch|läuft … durch|durchgelaufen|ohne fehler|ohne probleme|problemlos|fehlerfrei|erfolgreich|erfolgreich eingespielt|liess sich installieren|lässt sich installieren|eingespielt|klappte die installation|installierte sich|ging rein|bereits installiert|schon installiert',
    offered:
      'angeboten|bietet … an|taucht wieder auf|kommt wieder|erscheint wieder|kam wieder|immer wieder angeboten|erneut angeboten|taucht erneut auf|wieder da|angezeigt wird',
    withdrawn:
      'nicht mehr angeboten|nicht angeboten|war weg|taucht nicht mehr auf|erscheint nicht mehr|verschwand|wird nicht angeboten',
    uninstall: 'deinstallier*',
    enlarge: 'vergrößer*|erweiter*|größer gemacht|größer machen|vergrößerung|ausgedehnt|größere partition',
    shrink: 'verkleiner*|verkleinerung|schrumpf*|geschrumpft',
    delete:
      'gelöscht*|löschte|nach dem löschen|entfernt|entfernte|formatiert|zusammengelegt|weggelöscht|rausgeworfen|zusammengeführt',
    create: 'angelegt|erstellt|neu angelegt|neu erstellt|eingerichtet|hinzugefugt',
    disabled:
      'deaktiviert|abgeschaltet|ausgeschaltet|inaktiv|nicht aktiv|nicht aktiviert|unverschlüsselt|nicht verschlüsselt|entschlüsselt|steht auf disabled',
    enabled: 'aktiviert|aktiv|eingeschaltet|ist an|angeschaltet|verschlüsselt',
    missing:
      'fehlt|fehlen|fehlte|nicht gefunden|verschwunden|ist weg|nicht vorhanden|nicht mehr da|nicht auffindbar|wurde nicht gefunden|konnte nicht gefunden werden|kann nicht gefunden werden|nicht zu finden|nirgends|nicht finden|gibt es nicht mehr|existiert nicht',
    corrupt: 'beschädigt*|defekt*|korrupt*|kaputt*|ungültig*',
    full: 'voll|kein platz|kein speicherplatz|randvoll|fast voll|kein freier speicher*|zu wenig speicherplatz|platzmangel|läuft voll|voll gelaufen|vollgelaufen',
    small:
      'zu klein|zu wenig platz|nicht genug platz|nicht gross genug|nicht genügend platz|zu wenig frei*|reicht nicht|zu knapp|nicht ausreichend|unzureichend',
    enough: 'genug|gross genug|ausreichend*|reicht|genügend|genug platz|reichlich',
    solved:
      'gelöst|behoben|hat geklappt|klappte|klappt|funktioniert|funktionierte|hat geholfen|half|geholfen|damit ging|dann ging|erledigt|fehler weg|problem weg|läuft jetzt|geht jetzt|lief es|ging es',
    useless:
      'hat nicht geholfen|half nicht|hilft nicht|nichts gebracht|bringt nichts|brachte nichts|ohne erfolg|erfolglos|vergeblich|gleicher fehler|gleichen fehler|derselbe fehler|selber fehler|immer noch|weiterhin|bleibt der fehler|fehler bleibt|nichts geändert|ändert nichts|änderte nichts|keine besserung|scheitert trotzdem|trotzdem|nicht gelöst|nicht behoben|funktioniert nicht|klappt nicht|nutzt nichts|keinen unterschied|ging trotzdem nicht|nicht geklappt|das gleiche|dasselbe',
    restarted:
      'neu gestartet|neugestartet|nach neustart|nach dem neustart|nach einem neustart|nach einem vollständigen neustart|auch nach … neustart*|neustart half|neustart hat|neustart bringt|neustart brachte|neustart ändert|neustart änderte|nach reboot|gerebootet|rebootet|neustart gemacht|neustart durchgeführt|trotz neustart*|seit dem neustart|neustart ausgeführt|neustart hilft nicht|startete … neu|durchgestartet',
    'restarted-often':
      'mehrmals neu gestartet|mehrfach neu gestartet|mehrere neustarts|mehreren neustarts|zweimal neu gestartet|dreimal neu gestartet|nach zwei neustarts|nach drei neustarts|etliche neustarts|mehrmaligem neustart|mehrfachem neustart|mehrmals neugestartet|mehrfach neugestartet|zigmal neu gestartet|oft neu gestartet|wiederholt neu gestartet|mehrfache neustarts',
    restart:
      'neustart*|neu starten|neustarten|rebooten|reboot|neu zu starten|neu gestartet werden|vor dem neustart|ohne neustart|bis zum neustart|neu startet',
    waiting:
      'ausstehend*|steht … aus|steht noch aus|wartet|warten|anstehend*|benötigt|erfordert|braucht|verlangt|offen',
    'restart-awaited':
      'neustart steht aus|neustart steht noch aus|ausstehender neustart|ausstehenden neustart|neustart ausstehend|neustart ist ausstehend|wartet auf einen neustart|wartet auf den neustart|wartet auf neustart|wartet noch auf einen neustart|wartet noch auf den neustart|warten auf einen neustart|warten auf neustart|neustart erforderlich|neustart ist erforderlich|neustart ist nötig|neustart nötig|neustart steht noch bevor|auf einen neustart wartet|auf den neustart wartet',
    'restart-loop':
      'verlangt immer wieder einen neustart|will immer wieder neu starten|fordert immer wieder einen neustart|verlangt nach jedem neustart|fordert nach jedem neustart|immer wieder ein neustart|erneut ein neustart verlangt|nach jedem neustart … neustart*|will ständig neu starten|verlangt ständig einen neustart',
    cannot:
      'kann nicht|konnte nicht|lässt sich nicht|lässt sich c nicht|liess sich nicht|nicht möglich|unmöglich|geht nicht|kann … nicht|lässt sich … nicht|konnte … nicht|liess sich … nicht|verweigert|kann ich nicht',
    refuses: 'verweigert|abgelehnt|lehnt … ab|weigert sich|nicht erlaubt|verweigerte',
    relocated:
      'geklont|umgezogen|migriert|geklonte|neue ssd|neuen ssd|umpartitioniert|klonen|verschoben|auf eine neue ssd|kopiert auf',
    converted: 'mbr2gpt|konvertiert|umgewandelt|konvertierung|umwandlung',
    between: 'dazwischen|im weg|zwischen|direkt dahinter|dahinter liegt|dahinter folgt',
    last: 'am ende der platte|am ende der festplatte|letzte partition|am ende des datentragers|ganz hinten|am ende',
    'in-front':
      'vor c|vor der windows partition|vor laufwerk c|am anfang der platte|am anfang der festplatte|erste partition|vor der systempartition|am anfang|links von c|ganz vorne',
    behind:
      'hinter c|nach c|direkt hinter c|direkt nach c|hinter der windows partition|nach der windows partition|rechts von c|hinter laufwerk c|direkt hinter der windows partition|hinter der systempartition',
    'table-full':
      'vier primäre partitionen|4 primäre partitionen|vier primären partitionen|partitionstabelle ist voll|partitionstabelle voll|keine weitere primäre partition|maximal vier primäre',
    'not-elevated':
      'ohne adminrechte|ohne administratorrechte|nicht als administrator|nicht als admin|ohne erhöhte rechte|keine adminrechte|keine administratorrechte|normale eingabeaufforderung|normalen eingabeaufforderung',
    antivirus: 'virenscanner|antivirus*|virenschutz|sicherheitssoftware|virenschutzprogramm',
    blocks: 'blockier*|verhindert*|sperrt|gesperrt|hindert',
    clean:
      'keine fehler|keine beschädigung*|keine integritätsverletzung*|nichts gefunden|ohne befund|sauber|keine probleme|finden nichts|findet nichts|fanden nichts|fand nichts|melden keine fehler|meldet keine fehler|alles in ordnung',
    damaged:
      'beschädigte dateien|beschädigungen gefunden|fand beschädigt*|findet beschädigt*|konnte nicht repariert werden|nicht reparieren|komponentenspeicher ist beschädigt|komponentenspeicher beschädigt|reparierbar|integritätsverletzungen gefunden',
    'on-purpose':
      'absichtlich|bewusst|mit absicht|gewollt|per richtlinie|gruppenrichtlinie|sicherheitsrichtlinie|aus sicherheitsgründen|vorsatzlich|laut richtlinie',
    'by-hand': 'von hand|manuell*|händisch|per hand',
    broken:
      'startet nicht|schwarzer bildschirm|bootet nicht|tastatur und maus|maus und tastatur|tastatur reagiert nicht|reagiert nicht|startet nicht mehr|bleibt schwarz|lässt sich nicht starten|keine tastatur',
    'not-found-environment':
      'wiederherstellungsumgebung wurde nicht gefunden|wiederherstellungsumgebung nicht gefunden|wiederherstellungsumgebung konnte nicht gefunden werden|wiederherstellungsumgebung kann nicht gefunden werden|wiederherstellungsumgebung nicht finden',
    manufacturer: 'hersteller*|werks*|oem',
    not: 'nicht|nie|niemals|kaum|nichts|keinesfalls|keineswegs|noch nie',
    none: 'kein|keine|keinen|keiner|keinem|keinerlei|ohne|fehlende|existiert keine|gibt es nicht|gar keine|überhaupt keine',
    but: 'aber|obwohl|weil|doch|jedoch|allerdings|während|sondern|da',
    and: 'und|dann|danach|anschliessend|daraufhin',
    if: 'ob|falls|würde|würden|könnte|könnten|vielleicht|vermutlich|wahrscheinlich|möglicherweise|eventuell|evtl|ich glaube|ich denke|ich vermute|angeblich|anscheinend|scheinbar|sofern|unsicher|hätte|hätten|wäre|dürfte|fürchte',
    when: 'wenn|sobald|jedes mal wenn|immer wenn',
    asks: 'wie|warum|wieso|weshalb|was|ist es|ist die|ist der|ist das|ist meine|hilft|muss ich|soll ich|sollte ich|kann ich|kann man|hat jemand|weiss jemand|gibt es|wer|welche|frage',
    advises:
      'laut|empfiehlt|empfohlen|microsoft schreibt|microsoft sagt|heisst es|steht in|man soll|man sollte|man muss|du musst|sie mussen|angeräten|rat|raten|habe gelesen|gelesen|hab gelesen|support meint|support sagt|artikel sagt|jemand schrieb|jemand meinte|jemand sagt|angeblich|soll|sollen|sollte|sollten|üblicherweise|normalerweise|meistens|oft|häufig|in der regel|müsste|gemass|bekanntlich|kommentator',
    plans:
      'will|werde|möchte|wollte|vorhaben|vor habe|geplant|plane|wollen|möchten|noch nicht|bevor ich|habe vor|wünsche|hoffe|muss ich|mussen wir|werden wir|versuche zu|um zu',
    elsewhere:
      'anderen rechner|anderer rechner|anderen pc|anderer pc|anderen gerät*|anderen computer|freund*|kollege*|kollegin|bekannter|bekannten|zweiten pc|zweiter pc|anderen nutzern|andere nutzer|viele nutzer|bei anderen|nachbar*|meine frau|mein vater|mein bruder|anderen maschine*',
    needs: 'braucht|benötigt|verlangt|mindestens|erforderlich|nötig|notwendig|brauchte|will … haben|benötigte',
    it: 'es|das|sie|er|das update|dieses update|dieses|diese|dieser|der patch|davon|darin|darauf',
    other: 'andere|anderes|anderer|anderen|weiteres|weitere|ein weiteres|weiteren',
    of: 'von|der insgesamt',
    formerly: 'vor dem neustart|bevor ich neu|früher|vorher|ursprünglich|zuvor|damals|zunächst|anfangs|war mal|bisher',
    'still-listed':
      'verlauf zeigt|zeigt … noch|steht noch|noch gelistet|noch als fehlgeschlagen|als fehlgeschlagen|noch aufgeführt|alter eintrag|alte eintrag|im verlauf|verlauf steht|weiterhin als|listet … noch',
    two: 'zwei|beide|beiden',
    three: 'drei',
    noise: 'keine ahnung|kein wunder|nicht nur|nicht zuletzt|ohne weiteres|egal',
    four: 'vier',
  },
};
