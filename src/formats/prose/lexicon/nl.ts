import type { Lexicon } from './lexicon.js';

/** Dutch. */
export const nl: Lexicon = {
  tag: 'nl',
  common: 'de het een en van is niet met op ik na bij wordt ook hoe aan te dat mijn maar voor om deze nog er heb',
  months: 'januari februari maart april mei juni juli augustus september oktober november december',
  ways: {
    'recovery-partition':
      'herstelpartitie*|winre partitie*|recovery partitie*|windows re partitie*|herstel partitie|partitie van de herstelomgeving|re partitie|recoverypartitie*',
    winre: 'herstelomgeving|windows herstelomgeving',
    image:
      'winre image|herstelimage|herstelinstallatiekopie|winre bestand|installatiekopie van winre|image van winre|re image|windows re installatiekopie',
    'os-volume':
      'c schijf|schijf c|station c|c station|windows partitie|systeempartitie|c partitie|partitie c|systeemschijf|windows volume|windowspartitie',
    'boot-partition': 'efi partitie|efi systeempartitie|door systeem gereserveerd|efi|esp',
    'other-partition': 'datapartitie|gegevenspartitie|andere partitie|oem partitie|linux partitie',
    partition: 'partitie|partities',
    free: 'vrij|vrije|beschikbaar|beschikbare|over|vrije ruimte|ongebruikt',
    used: 'gebruikt|bezet|in gebruik',
    encryption: 'apparaatversleuteling|stationsversleuteling|apparaat versleuteling',
    driver: 'driver*|stuurprogramma*|firmware',
    installer: 'installer|installatieprogramma*|pakket|installatiepakket',
    'windows-update': 'update|updates|patch|patches|windows update',
    history: 'updategeschiedenis|geschiedenis',
    'boot-data': 'opstartconfiguratiegegevens|opstartconfiguratie|bcd',
    event: 'gebeurtenis*|event',
    'error-code': 'code|fout|foutcode|met',
    installation: 'windows installatie|doelinstallatie',
    fail: 'mislukt|mislukte|mislukken|mislukking|faalt|fout|fouten|foutmelding|foutcode|lukt niet|wil niet installeren|kan niet worden geïnstalleerd|niet geïnstalleerd|installeert niet|breekt af|niet te installeren|weigert te installeren|niet installeren|loopt vast|gaat mis|ging mis|gefaald',
    install:
      'installeren|installatie|installeer|opnieuw geïnstalleerd|vers geïnstalleerd*|net geïnstalleerd*|herinstallatie|worden geïnstalleerd|schone installatie',
    succeed:
      'geïnstalleerd|succesvol geïnstalleerd|met succes geïnstalleerd|is geïnstalleerd|zonder fouten|zonder problemen|zonder fout|succesvol|met succes|is nu geïnstalleerd|installeerde zonder|staat er nu op|al geïnstalleerd|probleemloos',
    offered:
      'aangeboden|biedt … aan|komt terug|verschijnt opnieuw|opnieuw aangeboden|duikt weer op|komt steeds terug|verschijnt weer|weer aangeboden',
    withdrawn: 'niet meer aangeboden|niet aangeboden|verschijnt niet meer|was weg|komt niet meer voor',
    uninstall: 'verwijderde update|gedeïnstalleerd|deïnstall*',
    enlarge:
      'vergroot|vergroten|uitgebreid|uitbreiden|groter gemaakt|groter maken|vergroting|vergrootte|grotere partitie',
    shrink: 'verkleinen|verkleind|krimpen|gekrompen|verkleining',
    delete: 'verwijderd|verwijderde|gewist|geformatteerd|samengevoegd|na het verwijderen|weggegooid|weggehaald',
    create: 'aangemaakt|gemaakt|opnieuw aangemaakt|toegevoegd',
    disabled:
      'uitgeschakeld|staat uit|inactief|niet actief|gedeactiveerd|niet ingeschakeld|niet versleuteld|ontsleuteld|uitgezet',
    enabled: 'ingeschakeld|actief|staat aan|aangezet|versleuteld|geactiveerd',
    missing:
      'ontbreekt|ontbreken|niet gevonden|verdwenen|weg|bestaat niet|niet aanwezig|is weg|kan niet worden gevonden|kon niet worden gevonden|niet te vinden|kwijt|is er niet meer|bestaat niet meer',
    corrupt: 'beschadigd*|corrupt*|defect|kapot|ongeldig',
    full: 'vol|geen ruimte|bijna vol|te weinig schijfruimte|onvoldoende schijfruimte|ruimtegebrek|geen schijfruimte|zit vol|loopt vol|geen vrije ruimte',
    small:
      'te klein|onvoldoende ruimte|niet genoeg ruimte|te weinig ruimte|niet groot genoeg|onvoldoende|te krap|te weinig vrije ruimte',
    enough: 'genoeg|voldoende|groot genoeg|ruim',
    solved:
      'opgelost|verholpen|werkte|werkt nu|gelukt|lukte|probleem weg|hielp|geholpen|doet het nu|loste … op|werkt weer',
    useless:
      'hielp niet|helpt niet|zonder succes|zonder resultaat|tevergeefs|zelfde fout|dezelfde fout|nog steeds|blijft mislukken|niets veranderd|verandert niets|geen effect|geen verschil|niet opgelost|werkt niet|werkte niet|maakt niet uit|haalt niets uit|niet geholpen|blijft de fout|hetzelfde probleem|nog altijd|mocht niet baten|maakte geen verschil|veranderde niets',
    restarted:
      'herstart|opnieuw opgestart|na herstart|na een herstart|na de herstart|na herstarten|na opnieuw opstarten|opnieuw gestart|herstarten hielp|herstarten helpt|ook na … herstart*|gereboot|na reboot|een herstart hielp|sinds de herstart|heb herstart|herstarten maakt|na het herstarten',
    'restarted-often':
      'meerdere keren herstart|meermaals herstart|een paar keer herstart|meerdere herstarts|meermaals opnieuw opgestart|meerdere keren opnieuw opgestart|twee keer herstart|drie keer herstart|na twee herstarts|na drie herstarts|vaak herstart|verschillende keren herstart|diverse keren herstart|talloze herstarts',
    restart:
      'herstarten|herstart is nodig|opnieuw opstarten|opnieuw starten|reboot|rebooten|herstarts|voor de herstart|zonder herstart|zonder te herstarten|moet herstarten|herstart moet|herstart worden',
    waiting: 'wacht|wachten|in afwachting|openstaande|vereist|nodig|vraagt|uitstaande',
    'restart-awaited':
      'wacht op een herstart|wacht op herstart|wacht nog op een herstart|wachten op een herstart|wachten op herstart|herstart in behandeling|openstaande herstart|herstart vereist|herstart is vereist|in afwachting van een herstart|in afwachting van herstart|herstart nodig|vraagt om een herstart|wacht op de herstart|op een herstart wacht|op herstart wacht|wacht op opnieuw opstarten',
    'restart-loop':
      'blijft om een herstart vragen|vraagt steeds om een herstart|vraagt telkens om een herstart|wil telkens herstarten|vraagt opnieuw om een herstart|blijft vragen om een herstart|vraagt weer om een herstart|blijft om herstart vragen',
    cannot:
      'kan niet|kon niet|onmogelijk|lukt niet|niet mogelijk|kan … niet|krijg … niet|laat zich niet|wil niet|kan de|kon … niet',
    refuses: 'weigert|geweigerd|weigerde|niet toegestaan',
    relocated: 'gekloond|gemigreerd|verplaatst|nieuwe ssd|klonen|migratie|overgezet|gepartitioneerd',
    converted: 'geconverteerd|omgezet|conversie|mbr2gpt',
    between: 'tussen|ertussen|in de weg|direct erachter|er direct achter|vlak erachter',
    last: 'aan het einde van de schijf|laatste partitie|einde van de schijf|achteraan op de schijf|achteraan',
    'in-front':
      'voor c|voor de windows partitie|aan het begin van de schijf|eerste partitie|vóór c|begin van de schijf|voor de c schijf|links van c',
    behind:
      'achter c|na c|direct achter c|direct na c|achter de windows partitie|na de windows partitie|rechts van c|achter de c schijf|achter de windowspartitie',
    'table-full': 'vier primaire partities|4 primaire partities|partitietabel is vol|partitietabel vol',
    'not-elevated':
      'zonder beheerdersrechten|zonder adminrechten|niet als administrator|niet als beheerder|geen beheerdersrechten|geen adminrechten|normale opdrachtprompt|zonder verhoogde rechten',
    antivirus: 'virusscanner|antivirus*|beveiligingssoftware',
    blocks: 'blokkeer*|blokkeert|geblokkeerd|verhindert|belet',
    clean:
      'geen fouten|niets gevonden|geen problemen|vinden niets|vindt niets|vonden niets|schoon|alles in orde|geen beschadiging*|vond niets|geen schendingen|geen integriteits*|melden niets',
    damaged:
      'beschadigde bestanden|kon niet repareren|kon niet worden gerepareerd|niet hersteld worden|onderdelenarchief is beschadigd|onderdelenarchief beschadigd|herstelbaar|corrupte bestanden',
    'on-purpose':
      'opzettelijk|expres|bewust|met opzet|volgens beleid|groepsbeleid|om veiligheidsredenen|per beleid|door beleid',
    'by-hand': 'handmatig|met de hand|uit de catalogus',
    broken:
      'zwart scherm|start niet|start niet op|reageert niet|toetsenbord en muis|muis en toetsenbord|toetsenbord werkt niet|geen toetsenbord|opent niet|start niet meer',
    'not-found-environment':
      'herstelomgeving niet gevonden|herstelomgeving is niet gevonden|herstelomgeving niet vinden|kan de herstelomgeving niet vinden|herstelomgeving kan niet worden gevonden|herstelomgeving kon niet worden gevonden|kan herstelomgeving niet vinden',
    manufacturer: 'fabrikant|fabriek|oem',
    not: 'niet|nooit|niks|niets|nauwelijks|noch',
    none: 'geen|zonder|er is geen|heb geen|heeft geen|ontbrekende|geen enkele',
    but: 'maar|hoewel|omdat|echter|terwijl|want|ondanks|aangezien|ofschoon',
    and: 'en|dan|daarna|vervolgens|toen',
    if: 'als|indien|zou|zouden|misschien|waarschijnlijk|vermoedelijk|mogelijk|wellicht|ik denk|ik vermoed|blijkbaar|kennelijk|lijkt|stel dat|schijnt|vermoed|tenzij|zou kunnen',
    when: 'wanneer|zodra|telkens als|elke keer als',
    asks: 'hoe|waarom|wat|moet ik|kan ik|is het|is de|is mijn|heeft iemand|weet iemand|welke|helpt|kan iemand|hoeveel|is er',
    advises:
      'volgens|aanbevolen|adviseert|microsoft zegt|raadt aan|men moet|moet je|je moet|ik las|gelezen|artikel zegt|iemand zei|support zegt|suggereert|aangeraden|normaal gesproken|meestal|vaak|doorgaans|gewoonlijk|commentaar|zeggen dat|heb gelezen|naar verluidt',
    plans:
      'wil|zal|ga|van plan|voordat ik|nog niet|wilde|zou graag|gaan we|wil graag|moet nog|probeer te|om te kunnen|zullen',
    elsewhere:
      'andere pc|andere computer|een vriend|mijn vriend|collega*|andere machine*|andere gebruikers|mijn vrouw|mijn vader|andere pc s|sommige gebruikers|mijn broer|andere laptop|buurman|tweede pc',
    needs: 'nodig|vereist|minstens|minimaal|ten minste|heeft … nodig|wil … hebben|minimum|benodigd|verlangt',
    it: 'het|deze|dit|die|de update|deze update|dat|ervan|erop|daarvan',
    other: 'andere|ander|een andere',
    of: 'van',
    formerly:
      'voor de herstart|voor het herstarten|vroeger|eerder|oorspronkelijk|voorheen|destijds|aanvankelijk|was ooit|eerst was',
    'still-listed':
      'geschiedenis toont|toont nog|staat nog|in de geschiedenis|als mislukt|nog vermeld|geschiedenis staat|nog steeds als|geeft nog',
    two: 'twee|beide',
    three: 'drie',
    four: 'vier',
    noise: 'niet alleen|geen idee|over het algemeen|nog niet eens|over op|het over|voor het geval',
  },
};
