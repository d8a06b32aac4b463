import type { Lexicon } from './lexicon.js';

/** Italian. */
export const it: Lexicon = {
  tag: 'it',
  common: 'il la gli le di che e un una non con si del della per mi lo al è ho ma dopo sul nel dal questo',
  months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  ways: {
    'recovery-partition':
      'partizione di ripristino|partizioni di ripristino|partizione winre|partizione recovery|partizione di recupero|partizione windows re|partizione dell ambiente di ripristino|partizione di recovery|partizione re',
    winre: 'ambiente di ripristino|ambiente ripristino|ambiente ripristino windows|ambiente di recupero',
    image: 'immagine winre|immagine di ripristino|immagine di winre|immagine di windows re|file winre',
    'os-volume':
      'unità c|disco c|partizione c|partizione di windows|partizione di sistema|unità di sistema|volume c|volume di windows',
    'boot-partition': 'partizione efi|efi|riservato per il sistema|riservata al sistema|esp',
    'other-partition': 'partizione dati|altra partizione|partizione oem|partizione del produttore',
    partition: 'partizione|partizioni',
    free: 'libero|liberi|libera|disponibile|disponibili|spazio libero|rimanenti',
    used: 'usato|usati|occupato|occupati|utilizzati',
    encryption: 'crittografia dispositivo|crittografia del dispositivo|crittografia unità',
    driver: 'driver|firmware',
    installer: 'installer|programma di installazione|pacchetto|installatore',
    'windows-update': 'aggiornamento|aggiornamenti|patch|windows update',
    history: 'cronologia*',
    'boot-data': 'dati di configurazione di avvio|dati di configurazione dell avvio|configurazione di avvio',
    event: 'evento|eventi',
    'error-code': 'codice|errore|con|codice di errore',
    installation: 'installazione di windows di destinazione|installazione di destinazione',
    fail: 'fallisce|fallito|fallita|fallimento|falliscono|errore|errori|non si installa|non riesce a installar*|impossibile installare|non viene installato|si interrompe|si blocca|non è stato possibile installare|non è installato|rifiuta di installarsi|non vuole installarsi|non installato|non va a buon fine|continua a fallire|da errore|non si è installato|non è stato installato',
    install:
      'installare|installazione|installarsi|appena installato|reinstall*|installato da zero|essere installato|installazione pulita',
    succeed:
      'installato correttamente|si è installato|è installato|installato con successo|correttamente|con successo|senza errori|senza problemi|è stato installato|risulta installato|già installato|andato a buon fine|installato|si installa correttamente|installazione riuscita|è andato a buon fine|si è finalmente installato',
    offered:
      'proposto|viene proposto|riproposto|ricompare|riappare|mi viene offerto|viene offerto|continua a comparire|propone di nuovo|torna a comparire',
    withdrawn:
      'non viene più proposto|non viene più offerto|non compare più|sparito dall elenco|non viene proposto|non appare più',
    uninstall: 'disinstall*',
    enlarge: 'ingrandi*|ampliat*|ampliar*|estes*|estend*|ridimension*|aumentat*|allargat*|più grande|espans*|espand*',
    shrink: 'ridurre|ridotto|ridotta|riduzione|restringere|ristretto|rimpicciolire',
    delete:
      'eliminato|eliminata|cancellato|cancellata|formattato|formattata|rimosso|rimossa|unito|unita|dopo aver eliminato|dopo aver cancellato',
    create: 'creato|creata|ricreato|ricreata|aggiunto|aggiunta|rifatto',
    disabled: 'disabilitat*|disattivat*|spento|non attivo|inattivo|non abilitato|decrittografat*|non crittografat*',
    enabled: 'abilitat*|attivat*|attivo|attiva|crittografat*|acceso',
    missing:
      'non trovato|non trovata|non si trova|manca|mancante|sparito|sparita|non esiste|scomparso|scomparsa|assente|non c è più|non è stata trovata|non è stato trovato|perso|persa|impossibile trovare|non trova',
    corrupt: 'corrott*|danneggiat*|non valid*|rovinat*',
    full: 'pieno|piena|senza spazio|spazio esaurito|quasi pieno|quasi piena|non c è spazio|spazio su disco insufficiente|poco spazio su disco|mancanza di spazio|non c è più spazio|saturo',
    small:
      'troppo piccol*|spazio insufficiente|non c è abbastanza spazio|insufficient*|poco spazio libero|non abbastanza spazio|non è abbastanza grande|troppo poco spazio|non ha abbastanza spazio',
    enough: 'abbastanza|sufficient*|a sufficienza',
    solved:
      'risolto|risolta|funziona|ha funzionato|sistemato|tutto a posto|ha risolto|problema risolto|è servito|aiutato|andata a posto',
    useless:
      'non è servito|non serve|senza successo|stesso errore|lo stesso errore|continua a fallire|non cambia nulla|non cambia niente|non ha funzionato|non funziona|persiste|invano|inutilmente|nulla da fare|niente da fare|non ha risolto|non risolve|nessun cambiamento|nessun risultato|stesso problema|fallisce ancora|fallisce comunque|non aiuta|ancora errore|come prima|non ha aiutato|sempre uguale',
    restarted:
      'riavviato|dopo il riavvio|dopo un riavvio|dopo riavvio|dopo aver riavviato|il riavvio non|riavviare non|anche riavviando|riavviando non|nonostante il riavvio|dal riavvio|ho fatto un riavvio|un riavvio non',
    'restarted-often':
      'riavviato più volte|riavviato … più volte|riavviato … diverse volte|più riavvii|diversi riavvii|vari riavvii|riavviato varie volte|riavviato due volte|riavviato tre volte|numerosi riavvii|molti riavvii|riavviato diverse volte|riavviato il pc più volte|due riavvii|tre riavvii|riavviato molte volte',
    restart: 'riavvi*|prima del riavvio|prima di riavviare|senza riavviare|reboot',
    waiting: 'in attesa|attende|in sospeso|richiede|necessita|pendente',
    'restart-awaited':
      'in attesa di riavvio|in attesa di un riavvio|in attesa del riavvio|riavvio in sospeso|riavvio in attesa|attende il riavvio|attende un riavvio|riavvio richiesto|è richiesto un riavvio|chiede di riavviare|riavvio necessario|riavvio pendente|aspetta un riavvio|aspetta il riavvio',
    'restart-loop':
      'chiede di nuovo di riavviare|continua a chiedere di riavviare|continua a chiedere il riavvio|richiede sempre il riavvio|chiede sempre di riavviare|continua a chiedere un riavvio|richiede di nuovo il riavvio',
    cannot:
      'impossibile|non riesco|non riesce|non posso|non si può|non è possibile|non può|non permette|non si riesce|non è stato possibile',
    refuses: 'rifiuta|rifiutato|nega|negato|non consente',
    relocated:
      'clonato|clonata|migrato|migrata|nuovo ssd|spostato|spostata|clonazione|migrazione|ripartizionat*|trasferito',
    converted: 'convertito|convertita|conversione|mbr2gpt',
    between: 'tra|fra|in mezzo|subito dietro|impedisce di estendere|incastrata',
    last: 'alla fine del disco|ultima partizione|in fondo al disco|in coda al disco',
    'in-front':
      'prima di c|davanti a c|prima della partizione di windows|all inizio del disco|prima partizione|prima dell unità c|a sinistra di c|davanti alla partizione di windows',
    behind:
      'dopo c|dietro c|subito dopo c|dopo la partizione di windows|dietro la partizione di windows|subito dietro c|a destra di c|dopo l unità c|dopo il disco c',
    'table-full':
      'quattro partizioni primarie|4 partizioni primarie|tabella delle partizioni piena|tabella partizioni piena|tabella delle partizioni è piena',
    'not-elevated':
      'senza diritti di amministratore|senza privilegi|non come amministratore|senza permessi di amministratore|prompt normale|senza elevazione',
    antivirus: 'antivirus|software di sicurezza',
    blocks: 'blocca|bloccato|bloccava|impedisce|impediva|bloccano',
    clean:
      'nessun errore|nessun problema|non trovano nulla|non trova nulla|non hanno trovato nulla|non ha trovato nulla|puliti|tutto ok|nessuna violazione|senza errori|non rilevano|nessuna anomalia|non ha rilevato|pulito',
    damaged:
      'file danneggiati|file corrotti|danneggiamento|impossibile riparare|non è riuscito a riparare|archivio componenti è danneggiato|archivio componenti danneggiato|riparabile|corruzione',
    'on-purpose':
      'apposta|volutamente|di proposito|deliberatamente|intenzionalmente|per policy|criteri di gruppo|per sicurezza|per scelta',
    'by-hand': 'a mano|manualmente|manuale|dal catalogo',
    broken:
      'schermo nero|non si avvia|non parte|non risponde|tastiera e mouse|mouse e tastiera|tastiera non|non si apre|schermata nera|né tastiera',
    'not-found-environment':
      'impossibile trovare l ambiente di ripristino|ambiente di ripristino non trovato|non trova l ambiente di ripristino|ambiente di ripristino non è stato trovato|impossibile trovare un ambiente di ripristino|non è possibile trovare l ambiente di ripristino',
    manufacturer: 'produttore|fabbrica|oem',
    not: 'non|mai|né|neppure|neanche|nulla|niente',
    none: 'nessun|nessuna|senza|non c è|non ho|non ha|non esiste|non ci sono|manca la|privo di|non esiste alcuna',
    but: 'ma|però|anche se|perché|tuttavia|sebbene|mentre|nonostante|poiché|eppure|benché',
    and: 'e|ed|poi|quindi|dopodiché',
    if: 'se|sarebbe|potrebbe|forse|probabilmente|credo|suppongo|sembra|pare|dovrebbe|può darsi|sospetto|penso|magari|chissà|mi chiedo|avrebbe|aiuterebbe|potrebbero',
    when: 'quando|ogni volta che|appena',
    asks: 'come|perché|cosa|devo|posso|qualcuno|bisogna|che fare|si può|quale|c è modo|quanto',
    advises:
      'secondo|consigli*|raccomand*|microsoft dice|microsoft afferma|bisogna|si deve|dicono|ho letto|mi hanno detto|l articolo dice|devi|dovresti|suggeri*|il supporto dice|la guida dice|di solito|normalmente|spesso|in genere|occorre|un commento|commentatore',
    plans:
      'vorrei|voglio|sto per|ho intenzione|prima di|non ancora|intendo|penso di|vogliamo|proverò|devo ancora|per poter|ho in programma',
    elsewhere:
      'altro pc|un amico|mio amico|collega|colleghi|altri pc|altro computer|altri utenti|alcuni utenti|altra macchina|mia moglie|mio padre|mio fratello|altre macchine|altri computer|secondo pc',
    needs: 'serve|servono|richiede|necessita|almeno|minimo|bisogno|occorrono|richiesti|necessari*|vuole|come minimo',
    it: 'questo|questa|esso|l aggiornamento|questo aggiornamento|essa|ciò|lo stesso aggiornamento',
    other: 'altro|altra|altri|altre|un altro',
    of: 'di|su|dei',
    formerly:
      'prima del riavvio|prima di riavviare|prima era|in precedenza|originariamente|inizialmente|una volta|un tempo|precedentemente',
    'still-listed':
      'cronologia mostra|mostra ancora|risulta ancora|nella cronologia|come fallito|come non riuscito|ancora elencato|cronologia riporta|figura ancora',
    two: 'due',
    three: 'tre',
    four: 'quattro',
    noise: 'non solo|non so|senza dubbio|nulla di che|non importa',
  },
};
