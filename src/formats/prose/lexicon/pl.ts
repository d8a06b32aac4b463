import type { Lexicon } from './lexicon.js';

/** Polish. */
export const pl: Lexicon = {
  tag: 'pl',
  common: 'i w na nie się z do jest po że to mam jak przy od ale mi już o co za przez tylko mój',
  months: 'styczni luty lutego marc kwiecie kwietni maj czerw lip sierp wrze pazdziernik listopad grudni',
  ways: {
    'recovery-partition':
      'partycj* odzyskiwania|partycj* recovery|partycj* winre|partycj* przywracania|partycj* ratunkow*|partycj* windows re|partycj* środowiska odzyskiwania|partycj* naprawcz*|partycj* re',
    winre: 'środowisk* odzyskiwania|środowisk* odzyskiwania systemu windows',
    image: 'obraz* winre|obraz* odzyskiwania|plik* winre|obraz* windows re|obraz* środowiska odzyskiwania',
    'os-volume':
      'dysk* c|partycj* c|partycj* windows|partycj* systemow*|dysk* systemow*|wolumin* c|partycj* z windows*',
    'boot-partition': 'partycj* efi|efi|zastrzeżone przez system|esp',
    'other-partition':
      'partycj* danych|partycj* z danymi|inna partycja|inną partycją|inną partycję|partycj* producenta|partycj* linux*',
    partition: 'partycj*',
    free: 'woln*|dostępn*|wolnego|wolne miejsce|wolnego miejsca',
    used: 'zajęt*|użyt*|wykorzystan*',
    encryption: 'szyfrowani* urządzenia|szyfrowani* dysku',
    driver: 'sterownik*|firmware',
    installer: 'instalator*|pakiet*|program* instalacyjn*',
    'windows-update': 'aktualizacj*|poprawk*|windows update|łatk*',
    history: 'histori*',
    'boot-data': 'dane konfiguracji rozruchu|danych konfiguracji rozruchu|konfiguracji rozruchu',
    event: 'zdarzeni*',
    'error-code': 'kod|błąd|kodem|błędem|kod błędu|błędu',
    installation: 'docelow* instalacj* systemu windows|docelow* instalacj*',
    fail: 'nie powiodł*|nie udaje się|błąd|błęd*|nie instaluje się|nie chce się zainstalować|nie można zainstalować|nie udało się zainstalować|nie instaluje|kończy się błędem|niepowodzeni*|nie zainstalował*|nie da się zainstalować|odmawia instalacji|wywala|nie jest zainstalowan*|nieudan*|zawodzi|nie przechodzi|przerywa',
    install:
      'instalacj*|zainstalować|instalować|instaluje|świeżo zainstalowan*|nowo zainstalowan*|zostać zainstalowan*|instalowan*|przeinstalow*|reinstal*',
    succeed:
      'zainstalowan*|zainstalował*|został* zainstalowan*|pomyślnie|bez błędów|bez problemów|bez problemu|poprawnie zainstalowan*|jest zainstalowan*|przeszł*|udało się zainstalować|instaluje się poprawnie|wesz* bez|bez błędu|pomyślnie zainstalowan*|jest już zainstalowan*',
    offered:
      'oferowan*|proponowan*|pojawia się ponownie|znowu się pojawia|wraca|wciąż się pojawia|ponownie się pojawia|pojawia się znowu|jest oferowan*',
    withdrawn: 'nie jest już oferowan*|nie jest oferowan*|zniknęła z listy|już się nie pojawia|nie pojawia się',
    uninstall: 'odinstal*',
    enlarge: 'powiększ*|rozszerz*|zwiększ*',
    shrink: 'zmniejsz*|skurczyć|pomniejsz*',
    delete:
      'usunąłem|usunęłam|usunięt*|skasowałem|skasowan*|sformatowałem|sformatowan*|po usunięciu|scaliłem|scalon*|wykasowałem',
    create: 'utworzyłem|utworzon*|stworzyłem|stworzon*|odtworzyłem|odtworzon*|dodałem|założyłem',
    disabled: 'wyłączon*|nieaktywn*|jest wyłączon*|dezaktywowan*|nie jest włączon*|odszyfrowan*|niezaszyfrowan*',
    enabled: 'włączon*|aktywn*|jest włączon*|zaszyfrowan*',
    missing:
      'nie znaleziono|brakuje|zniknęł*|zniknął|nie istnieje|nie został* znalezion*|brak pliku|nie można znaleźć|przepadł*|nie ma już|zaginął|nie odnaleziono|zgubił*',
    corrupt: 'uszkodzon*|nieprawidłow*|zepsut*|popsut*',
    full: 'pełn*|brak miejsca|zapełnion*|prawie pełn*|mało miejsca|nie ma miejsca|zapchan*|za mało miejsca na dysku|zabrakło miejsca|brak wolnego miejsca',
    small:
      'za mał*|zbyt mał*|za mało miejsca|niewystarczając*|niewystarczająca ilość|zbyt mało miejsca|nie ma wystarczająco*|nie wystarcza|za mało wolnego miejsca|zbyt mało wolnego miejsca',
    enough: 'wystarczając*|dość|dosyć|wystarczy|wystarcza',
    solved: 'rozwiązan*|pomogło|naprawion*|zadziałało|działa|rozwiązało|problem zniknął|udało się|naprawiło|rozwiązał*',
    useless:
      'nie pomogło|nie pomaga|bez skutku|bez rezultatu|ten sam błąd|wciąż ten sam|nadal błąd|nic nie dało|nic nie daje|nic się nie zmieniło|bez zmian|nadal nie|nie działa|nie zadziałało|na próżno|bezskutecznie|wciąż nie|nie rozwiązało|nie rozwiązuje|dalej to samo|ciągle to samo|nic to nie zmieni*|nadal kończy|nadal występuje|nie pomógł|taki sam błąd|dalej błąd|wciąż błąd',
    restarted:
      'zrestartowałem|zrestartowałam|po restarcie|po ponownym uruchomieniu|uruchomiłem ponownie|restart nie|restart nic|restart pomógł|po zrestartowaniu|zrestartowan*|zrobiłem restart|mimo restartu|pomimo restartu|nawet po restarcie|ponowne uruchomienie nie|po pełnym restarcie|od restartu',
    'restarted-often':
      'zrestartowałem kilka razy|zrestartował* … kilka razy|kilka razy … zrestartował*|kilka restartów|kilkukrotnie zrestartowałem|kilkakrotnie zrestartowałem|po kilku restartach|kilkukrotny restart|zrestartowałem dwa razy|po dwóch restartach|po trzech restartach|wielokrotnie restartowałem|wiele restartów|wielokrotne restarty|wielokrotnym restarcie|restartowałem kilka razy|kilkakrotnym restarcie',
    restart:
      'restart*|ponowne uruchomienie|ponownego uruchomienia|uruchomić ponownie|zrestartować|przed restartem|bez restartu',
    waiting: 'oczekuj*|czeka|czekają|wymaga|oczekiwani*',
    'restart-awaited':
      'czeka na restart|czeka na ponowne uruchomienie|oczekuje na restart|oczekuje na ponowne uruchomienie|oczekujący restart|wymagany restart|wymagane ponowne uruchomienie|czekają na restart|restart oczekuje|wymagany jest restart|oczekują na restart|prosi o restart|oczekujące ponowne uruchomienie',
    'restart-loop':
      'ciągle prosi o restart|znowu prosi o restart|po każdym restarcie prosi|wciąż żąda restartu|w kółko prosi o restart|ponownie żąda restartu|stale prosi o restart|ciągle żąda restartu|wciąż prosi o restart',
    cannot: 'nie można|nie mogę|nie da się|niemożliwe|nie udało się|nie pozwala|nie może|nie daje się|nie mogłem',
    refuses: 'odmawia|odmówił*|odrzuca|odmowa',
    relocated: 'sklonował*|klonowani*|przeniosłem|przeniesion*|migracj*|nowy ssd|nowym ssd|repartycj*|sklonowan*',
    converted: 'przekonwertowa*|konwersj*|mbr2gpt|skonwertowa*',
    between: 'pomiędzy|między|przeszkadza|na drodze|zaraz za nią|tuż za nią|blokuje rozszerzenie',
    last: 'na końcu dysku|ostatnia partycja|koniec dysku|na samym końcu|ostatnią partycją',
    'in-front':
      'przed c|przed partycją windows|na początku dysku|pierwsza partycja|przed dyskiem c|przed partycją systemową|pierwszą partycją',
    behind: 'za c|za partycją windows|zaraz za c|tuż za c|za dyskiem c|po c|za partycją systemową|bezpośrednio za c',
    'table-full': 'cztery partycje podstawowe|4 partycje podstawowe|tablica partycji jest pełna|cztery podstawowe',
    'not-elevated':
      'bez uprawnień administratora|nie jako administrator|bez praw administratora|zwykły wiersz poleceń|bez podniesionych uprawnień|zwykłego wiersza',
    antivirus: 'antywirus*|program antywirusowy|oprogramowanie zabezpieczające',
    blocks: 'blokuj*|zablokował*|uniemożliwia|blokował*',
    clean:
      'nic nie znalazł*|bez błędów|żadnych błędów|nie znalazł*|nie wykrył*|czyst*|nie znajduj*|wszystko w porządku|nie wykazał*|brak błędów|żadnych problemów|nie stwierdzono|nie ma problemu',
    damaged:
      'uszkodzone pliki|uszkodzenia|nie udało się naprawić|nie można naprawić|magazyn składników jest uszkodzony|magazyn składników uszkodzony|znalazł uszkodzon*|wykrył uszkodz*',
    'on-purpose': 'celowo|umyślnie|specjalnie|zasad* grupy|świadomie|ze względów bezpieczeństwa|zgodnie z polityką',
    'by-hand': 'ręcznie|ręczn* instalacj*|z katalogu',
    broken:
      'czarny ekran|nie uruchamia się|nie startuje|nie reaguje|klawiatura i mysz|mysz i klawiatura|klawiatura nie|nie odpowiada|nie otwiera się',
    'not-found-environment':
      'nie znaleziono środowiska odzyskiwania|nie można znaleźć środowiska odzyskiwania|nie można odnaleźć środowiska odzyskiwania|nie odnaleziono środowiska odzyskiwania|środowisko odzyskiwania nie zostało znalezione',
    manufacturer: 'producent*|fabryczn*|oem',
    not: 'nie|nigdy|ani|nic|żadn*',
    none: 'nie ma|brak|bez|żadnej|żaden|żadna|nie mam|nie posiada|brak jest|w ogóle nie ma',
    but: 'ale|chociaż|choć|ponieważ|jednak|mimo|natomiast|bo|lecz|podczas gdy|gdyż|pomimo',
    and: 'i|oraz|potem|następnie',
    if: 'jeśli|jeżeli|czy|może|prawdopodobnie|chyba|byłoby|mogłoby|podejrzewam|wydaje się|sądzę|myślę że|pewnie|gdyby|mógłby|ponoć|podobno|przypuszczam|pomógłby|pomogłoby',
    when: 'kiedy|gdy|za każdym razem|ilekroć',
    asks: 'jak|dlaczego|co|ktoś|czemu|czy ktoś|jaki|która|ile',
    advises:
      'według|zaleca*|poleca*|microsoft pisze|microsoft twierdzi|trzeba|należy|czytałem|podobno|artykuł*|powinno się|powinien|radzi|radzono|poradzono|ponoć|wsparcie mówi|zwykle|zazwyczaj|często|sugeruj*|na ogół|komentator|zalecenia',
    plans: 'chcę|chciałbym|zamierzam|planuję|będę|zanim|jeszcze nie|mam zamiar|chcemy|chciałem|spróbuję|żeby móc',
    elsewhere:
      'innym komputerze|inny komputer|kolega|koleg*|znajom*|inne komputery|innych komputerach|inni użytkownicy|moja żona|mój ojciec|u innych|inny pc|drugi komputer|drugim komputerze|mój brat',
    needs: 'potrzeba|wymaga*|potrzebuj*|co najmniej|minimum|przynajmniej|niezbędn*|wymagan*|chce mieć|potrzebn*',
    it: 'ta|to|ona|aktualizacja ta|ta aktualizacja|ten|tej',
    other: 'inna|inne|inny|innej|kolejna',
    of: 'z|ze',
    formerly: 'przed restartem|wcześniej|poprzednio|kiedyś|pierwotnie|dawniej|początkowo|przedtem',
    'still-listed':
      'historia pokazuje|wciąż pokazuje|nadal pokazuje|w historii|jako nieudan*|jako nieudaną|nadal widnieje|wciąż widnieje|historia wciąż|nadal figuruje',
    two: 'dwie|dwa|dwóch',
    three: 'trzy',
    four: 'cztery',
    noise: 'nie tylko|nie wiem|bez względu|nic dziwnego|nie ważne',
  },
};
