import type { Lexicon } from './lexicon.js';

/** Czech. Verbs are denied by a prefix, so denials are whole words here. */
export const cs: Lexicon = {
  tag: 'cs',
  common: 'a se na je v že to s ale do po pro si mi jsem při od jak už které mám který není tak bylo',
  months: 'led unor brez dub kvet cervn cervenc srp zar rij listopad prosin',
  ways: {
    'recovery-partition':
      'oddíl* pro obnovení|oddíl* obnovení|oddíl* pro obnovu|oddíl* obnovy|recovery oddíl*|oddíl* winre|winre oddíl*|oddíl* recovery|oddíl* prostředí pro obnovení|oddíl* windows re|zotavovací* oddíl*|oddíl* re',
    winre: 'prostředí pro obnovení|prostředí obnovení|prostředí windows re|prostředí obnovy|prostředí pro obnovu',
    image:
      'obraz* winre|soubor* winre|bitov* kopi* winre|obraz* pro obnovení|obraz* windows re|bitov* kopi* windows re|bitová kopie prostředí',
    'os-volume':
      'disk* c|jednot* c|oddíl* c|oddíl* windows|systémov* oddíl*|systémov* disk*|svaz* c|oddíl* s windows|céčko|céčka',
    'boot-partition': 'oddíl* efi|efi|vyhrazeno systémem|esp',
    'other-partition': 'datov* oddíl*|jiný oddíl|další oddíl|oddíl* výrobce|linuxov* oddíl*',
    partition: 'oddíl*',
    free: 'voln*|dostupn*|volného místa|volné místo',
    used: 'obsazen*|použit*|využit*|zabran*',
    encryption: 'šifrování zařízení|šifrování disku',
    driver: 'ovladač*|firmware',
    installer: 'instalátor*|instalační program|instalační* balíč*|balíč*',
    'windows-update': 'aktualizac*|záplat*|windows update',
    history: 'histori*',
    'boot-data':
      'konfigurační data spouštění|data konfigurace spouštění|konfiguračních dat spouštění|dat konfigurace spouštění',
    event: 'událost*',
    'error-code': 'kód|chyba|kódem|chybou|kód chyby|chybu',
    installation: 'cílov* instalac* systému windows|cílov* instalac*',
    fail: 'selhává|selhal*|selže|selhání|chyb*|nejde nainstalovat|nelze nainstalovat|neinstaluje|nenainstaluje|nenainstaloval*|nepodařilo se nainstalovat|se nepodařilo nainstalovat|nedaří se nainstalovat|končí chybou|nezdařil*|nezdaří|nezdar|odmítá se nainstalovat|padá|nepodařil*|není nainstalovan*|havaruje',
    install:
      'instalac*|nainstalovat|instaluje|instalovat|čerstvě nainstalovan*|nově nainstalovan*|přeinstal*|být nainstalovan*|čistá instalace',
    succeed:
      'nainstalovan*|nainstaloval*|úspěšně|bez chyb|bez problémů|bez problému|bez chyby|je nainstalovan*|byl* nainstalovan*|se nainstalovala|prošla|v pořádku nainstal*|úspěšně nainstalovan*|už je nainstalovan*',
    offered:
      'nabízen*|nabízí|znovu se objevuje|objevuje se znovu|vrací se|znovu nabízen*|pořád se nabízí|stále nabízen*|objevila se znovu',
    withdrawn: 'už se nenabízí|není nabízen*|nenabízí se|zmizela ze seznamu|již se nenabízí',
    uninstall: 'odinstal*',
    enlarge: 'zvětš*|rozšíř*|zvětšení|rozšíření',
    shrink: 'zmenš*|zmenšit|zmenšení',
    delete:
      'smazal*|smazán*|odstranil*|odstraněn*|zformátoval*|naformátoval*|vymazal*|sloučil*|po smazání|po odstranění',
    create: 'vytvořil*|vytvořen*|znovu vytvořil*|přidal*|udělal jsem',
    disabled:
      'vypnut*|zakázán*|neaktivní|je vypnut*|deaktivován*|není povolen*|nešifrovan*|dešifrován*|není aktivní|zakázan*',
    enabled: 'zapnut*|povolen*|aktivní|je zapnut*|šifrován*|zašifrován*|aktivován*',
    missing:
      'nenalezen*|chybí|zmizel*|neexistuje|nebyl* nalezen*|nelze najít|nelze nalézt|nebylo nalezeno|ztracen*|nenašel*|už tam není|není tam|se nenašel*|nebyla nalezena',
    corrupt: 'poškozen*|vadn*|neplatn*|porušen*',
    full: 'pln*|není místo|nemá místo|skoro pln*|zaplněn*|málo místa na disku|došlo místo|nedostatek místa na disku|žádné volné místo',
    small:
      'příliš mal*|moc mal*|málo místa|nedostatek místa|nedostatečn*|nestačí|není dost místa|nedostatek volného místa|málo volného místa',
    enough: 'dost|dostatek|dostatečn*|stačí',
    solved:
      'vyřešen*|vyřešil*|pomohlo|opraven*|funguje|zafungovalo|problém zmizel|povedlo se|pomohla|spravilo|vyřešilo',
    useless:
      'nepomohl*|nepomáhá|bez úspěchu|stejná chyba|stále stejná|pořád stejná|nic se nezměnilo|nefunguje|nefungovalo|marně|beze změny|stále selhává|nezabralo|bezvýsledně|stále nejde|nic nepomohlo|nevyřešil*|pořád to samé|pořád selhává|stále chyba|nemá vliv|stejný problém|opět selhal*',
    restarted:
      'restartoval*|po restartu|po restartování|restartován*|restart nepomohl*|ani restart|restart pomohl|po opětovném spuštění|i po restartu|po úplném restartu|od restartu|restartem se nic',
    'restarted-often':
      'několikrát restartoval*|několikrát … restartoval*|restartoval jsem několikrát|několik restartů|po několika restartech|dvakrát restartoval*|třikrát restartoval*|restartoval jsem dvakrát|restartoval jsem třikrát|opakovaně restartoval*|mnohokrát restartoval*|po dvou restartech|po třech restartech|mnoho restartů|několikanásobný restart',
    restart: 'restart|restartu|restartem|restartovat|restartování|opětovné spuštění|před restartem|bez restartu',
    waiting: 'čeká|čekají|čekající|vyžaduje|čekal*',
    'restart-awaited':
      'čeká na restart|čeká na restartování|čekající restart|vyžadován restart|je vyžadován restart|čekají na restart|restart čeká|vyžaduje se restart|čekající na restart|nevyřízený restart|čeká se na restart',
    'restart-loop':
      'znovu chce restart|pořád chce restart|stále chce restart|po každém restartu chce|znovu a znovu chce restart|neustále vyžaduje restart|opět chce restart|stále dokola chce restart|pořád vyžaduje restart',
    cannot: 'nelze|nejde|nemohu|nedá se|není možné|nedaří se|nepodařilo se|nemůže|neumožňuje|nejdou|nemůžu|nedovolí',
    refuses: 'odmítá|odmítl*|zamítnut*|odmítnut*|nepovolí',
    relocated: 'naklonoval*|klonování|přesunul*|migroval*|nové ssd|migrace|přesun na|naklonován*',
    converted: 'převedl*|konvertoval*|konverze|převod|mbr2gpt|převeden*',
    between: 'mezi|uprostřed|překáží|v cestě|hned za ním|brání rozšíření',
    last: 'na konci disku|poslední oddíl|konec disku|úplně na konci',
    'in-front': 'před c|před oddílem windows|na začátku disku|první oddíl|před diskem c|před systémovým oddílem',
    behind: 'za c|za oddílem windows|hned za c|za diskem c|za systémovým oddílem|přímo za c',
    'table-full': 'čtyři primární oddíly|4 primární oddíly|tabulka oddílů je plná',
    'not-elevated':
      'bez oprávnění správce|ne jako správce|bez práv správce|obyčejný příkazový řádek|bez práv administrátora|nejsem správce|bez zvýšených oprávnění',
    antivirus: 'antivir*|bezpečnostní software',
    blocks: 'blokuje|blokoval*|zablokoval*|brání|bránil*',
    clean:
      'nic nenaš*|bez chyb|žádné chyby|nenašl*|čist*|žádné problémy|v pořádku|nenašel nic|žádné poškození|nenalezly|nic nenalezl*',
    damaged:
      'poškozené soubory|poškození|nelze opravit|nepodařilo se opravit|úložiště součástí je poškozen*|úložiště komponent je poškozen*|našel poškozen*|našlo poškozen*',
    'on-purpose': 'záměrně|úmyslně|schválně|zásad* skupiny|vědomě|z bezpečnostních důvodů|cíleně',
    'by-hand': 'ručně|ruční instalace|manuálně|z katalogu',
    broken:
      'černá obrazovka|nespustí se|nestartuje|nereaguje|klávesnice a myš|myš a klávesnice|klávesnice ne|nenaběhne|nefunguje klávesnice|nespouští se',
    'not-found-environment':
      'prostředí pro obnovení nebylo nalezeno|nelze najít prostředí pro obnovení|nelze nalézt prostředí pro obnovení|nepodařilo se najít prostředí pro obnovení|prostředí obnovení nebylo nalezeno|nelze najít prostředí obnovení',
    manufacturer: 'výrob*|tovární*|oem',
    not: 'ne|není|nejsou|nebyl*|nemá|nemám|nejsem|nikdy|nic|ani|nebylo|neproběhl*',
    none: 'žádn*|bez|nemám|nemá|nemáme|není žádný|nemám žádný|nemá žádný|chybějící|vůbec není|neexistuje žádný|není tu',
    but: 'ale|ačkoli|přestože|protože|však|zatímco|jelikož|přesto|i když|nicméně|ovšem',
    and: 'a|pak|potom|poté',
    if: 'pokud|jestli|zda|možná|asi|pravděpodobně|mohl by|mohlo by|by|zřejmě|myslím|snad|kdyby|nejspíš|zdá se|tuším|prý|jestliže',
    when: 'když|kdykoli|jakmile|pokaždé když',
    asks: 'jak|proč|co|mám|může|někdo|lze|jaký|kolik|který',
    advises:
      'podle|doporuč*|microsoft uvádí|microsoft píše|je třeba|musí se|četl jsem|článek*|radí|prý|mělo by|měl by|obvykle|většinou|často|návod říká|obyčejně|poradil*|komentář|údajně',
    plans: 'chci|chtěl bych|budu|hodlám|plánuji|než|ještě jsem ne|zatím ne|chceme|zkusím|ještě ne|abych mohl|chystám',
    elsewhere:
      'jiném počítači|jiný počítač|kamarád*|koleg*|jiné počítače|jiných počítačích|jiném pc|ostatní uživatelé|druhém pc|u jiných|moje žena|můj otec|druhý počítač|jiní uživatelé',
    needs: 'potřeb*|vyžaduje|alespoň|minimálně|nejméně|nutn*|aspoň|chce mít|požaduje',
    it: 'to|ta|tato|tahle|on|aktualizace ta|tato aktualizace|ten|tento',
    other: 'jiná|jiné|jiný|další',
    of: 'z|ze',
    formerly: 'před restartem|dříve|předtím|původně|kdysi|zpočátku|před tím|dřív',
    'still-listed':
      'historie ukazuje|stále ukazuje|v historii|jako neúspěšn*|jako nezdařen*|pořád ukazuje|historie stále|stále uveden*|jako selhan*',
    two: 'dva|dvě',
    three: 'tři',
    four: 'čtyři',
    noise: 'nejen|nevím|bez ohledu|nic zvláštního|neboť|po místu|něco',
  },
};
