import type { Lexicon } from './lexicon.js';

/** French. Elided articles stand apart: `l'espace` is two words. */
export const fr: Lexicon = {
  tag: 'fr',
  common: 'le la les des est et une un pas dans sur avec pour que qui ne je du au après mon cette ce d l',
  months: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  ways: {
    'recovery-partition':
      'partition* de récupération|partition* de restauration|partition* winre|partition* recovery|partition* de secours|partition* windows re|partition* de l environnement de récupération|partition* re',
    winre: 'environnement de récupération|environnement de restauration|environnement de récupération windows',
    image: 'image winre|image de récupération|image windows re|fichier winre|image de winre|image de windows re',
    'os-volume':
      'lecteur c|disque c|partition c|partition windows|partition système|volume c|disque système|volume windows',
    'boot-partition': 'partition efi|efi|réservé au système|partition système efi|esp',
    'other-partition': 'partition de données|autre partition|partition constructeur|partition oem|partition linux',
    partition: 'partition*',
    free: 'libre|libres|disponible|disponibles|espace libre|restant|restants|inutilisé*',
    used: 'utilisé|utilisés|occupé|occupés',
    encryption: 'chiffrement de l appareil|chiffrement d appareil|chiffrement',
    driver: 'pilote*|micrologiciel|firmware',
    installer: 'installateur*|programme d installation|installeur|paquet msi|paquet',
    'windows-update': 'mise à jour|mises à jour|correctif*|windows update|maj',
    history: 'historique*',
    'boot-data': 'données de configuration de démarrage|configuration de démarrage',
    event: 'évènement*|événement*|event',
    'error-code': 'code|erreur|code d erreur|avec',
    installation: 'installation windows cible|installation de windows cible',
    fail: 'échoue|échouent|échoué|échec*|erreur|erreurs|ne s installe pas|ne s installe plus|refuse de s installer|impossible d installer|impossible à installer|plante|n a pas pu être installé*|n arrive pas à s installer|n a pas été installé*|pas installé*|ne peut pas être installé*|ne veut pas s installer|ne passe pas|avorte|n est pas installé*',
    install:
      'installer|installation|s installer|fraîchement installé*|nouvellement installé*|réinstallé*|réinstaller|être installé*|déjà présente|installation propre',
    succeed:
      'installé avec succès|installée avec succès|installé|installée|s est installé*|est installé*|a été installé*|s est bien installé*|est passée|est passé|avec succès|sans erreur*|sans problème*|sans souci|a réussi|installation réussie|bien installé*|s installe correctement|s installe sans|a fini par s installer',
    offered:
      'proposée|proposé|proposées|me propose|réapparaît|réapparait|revient|de nouveau proposée|à nouveau proposée|toujours proposée|sans cesse proposée|est proposée',
    withdrawn:
      'n est plus proposée|plus proposée|pas proposée|a disparu de la liste|ne m est plus proposée|n apparaît plus|avait disparu',
    uninstall: 'désinstall*',
    enlarge:
      'agrandi*|agrandir|agrandissement|élargi*|étendu*|étendre|redimensionn*|augmenté*|augmenter|plus grande partition|rallongé*',
    shrink: 'réduire|réduit|réduction|rétrécir|rétréci|diminuer|réduite',
    delete: 'supprimé*|effacé*|formaté*|fusionné*|en supprimant|après avoir supprimé',
    create: 'créé|créée|recréé*|ajouté*|refait|crée',
    disabled: 'désactivé*|est inactif|inactif|inactive|pas activé*|déchiffré*|n est pas actif|non chiffré*|à l arrêt',
    enabled: 'activé|activée|actif|active|est actif|en marche|chiffré|chiffrée|chiffrés',
    missing:
      'introuvable*|manquant*|manque|disparu|disparue|n existe pas|n existe plus|a disparu|absent|absente|pas trouvé*|n a pas été trouvé*|est absent*|perdu*|plus là|n est plus là|ne se trouve pas',
    corrupt: 'corrompu*|endommagé*|abîmé*|défectueu*|invalide',
    full: 'plein|pleine|plus de place|plus d espace|saturé*|manque de place|manque d espace|pas assez d espace disque|presque plein*|espace disque insuffisant|rempli*',
    small:
      'trop petit*|pas assez de place|pas assez d espace|pas assez grande|insuffisant*|espace insuffisant|trop juste|pas suffisamment d espace|trop peu de place|trop peu d espace|manque de place libre',
    enough: 'assez|suffisant*|suffisamment|largement',
    solved:
      'résolu*|réglé*|ça marche|cela a fonctionné|a fonctionné|ça a marché|fonctionne|marche|a marché|a résolu|a réglé|corrigé*|c est bon|a aidé|tout est rentré dans l ordre',
    useless:
      'n a rien changé|ne change rien|rien n y fait|sans succès|même erreur|toujours la même|toujours pareil|en vain|n a pas aidé|ne marche pas|ne fonctionne pas|n a pas fonctionné|n a pas marché|échoue toujours|échoue encore|toujours en échec|persiste|aucun changement|n a pas résolu|ne résout rien|aucun effet|rien à faire|idem|même problème|même résultat|pas résolu|échoue quand même|sans résultat|n aide pas|toujours l erreur',
    restarted:
      'redémarré|après redémarrage|après un redémarrage|après le redémarrage|après avoir redémarré|rebooté|après reboot|redémarrage n a|redémarrage ne|redémarrer n a|redémarrer ne change|malgré un redémarrage|malgré le redémarrage|malgré redémarrage|après un redémarrage complet|même après redémarrage|un redémarrage a|depuis le redémarrage|relancé le pc',
    'restarted-often':
      'redémarré plusieurs fois|redémarré … plusieurs fois|plusieurs redémarrages|redémarré deux fois|redémarré trois fois|après deux redémarrages|après trois redémarrages|multiples redémarrages|de nombreux redémarrages|redémarré à plusieurs reprises|redémarré x fois|redémarré le pc plusieurs fois|redémarré l ordinateur plusieurs fois|rebooté plusieurs fois',
    restart: 'redémarr*|reboot*|avant le redémarrage|avant de redémarrer|sans redémarrer',
    waiting: 'en attente|attend|attendent|attendait|nécessite|exige|demande|réclame|requiert',
    'restart-awaited':
      'attend un redémarrage|attend le redémarrage|attendent un redémarrage|en attente de redémarrage|en attente d un redémarrage|redémarrage en attente|redémarrage est en attente|redémarrage requis|redémarrage est requis|redémarrage nécessaire|demande un redémarrage|demande de redémarrer',
    'restart-loop':
      'redemande un redémarrage|demande sans cesse un redémarrage|demande sans cesse de redémarrer|demande toujours un redémarrage|demande à chaque fois de redémarrer|redemande sans cesse|demande encore un redémarrage|redemande de redémarrer|après chaque redémarrage il redemande|demande constamment',
    cannot:
      'impossible|ne peut pas|ne peux pas|ne peuvent pas|n arrive pas|n a pas pu|n ai pas pu|ne parvient pas|pas possible|ne permet pas|ne parviens pas|n arrive plus',
    refuses: 'refuse|refusé*|rejette|interdit',
    relocated: 'cloné*|clonage|migré*|migration|nouveau ssd|déplacé*|transféré*|repartitionné*',
    converted: 'converti*|conversion|mbr2gpt',
    between: 'entre|au milieu|gêne|bloque l extension|juste derrière elle|coincée|intercalée|juste après elle',
    last: 'à la fin du disque|en fin de disque|dernière partition|tout à la fin|en bout de disque',
    'in-front':
      'avant c|devant c|avant la partition windows|au début du disque|en début de disque|première partition|avant la partition système|à gauche de c|avant le lecteur c|devant la partition windows',
    behind:
      'après c|derrière c|juste après c|après la partition windows|derrière la partition windows|juste derrière c|à droite de c|après le lecteur c',
    'table-full':
      'quatre partitions principales|4 partitions principales|quatre partitions primaires|4 partitions primaires|table de partitions pleine|table de partition pleine|table des partitions est pleine',
    'not-elevated':
      'sans droits admin*|sans les droits admin*|pas en administrateur|pas en tant qu administrateur|sans élévation|non élevé*|invite de commandes normale|sans être administrateur|sans privilèges',
    antivirus: 'antivirus|anti virus|logiciel de sécurité',
    blocks: 'bloque|bloqué*|empêche*|verrouill*|bloquait',
    clean:
      'aucune erreur|rien trouvé|aucun problème|ne trouvent rien|ne trouve rien|n ont rien trouvé|n a rien trouvé|sans anomalie|aucune corruption|aucune violation|tout est correct|rien à signaler|propres|pas d erreur*',
    damaged:
      'fichiers corrompus|corruption|n ont pas pu réparer|n a pas pu réparer|fichiers endommagés|magasin de composants est endommagé|magasin endommagé|magasin de composants endommagé|réparable|violations d intégrité trouvées',
    'on-purpose':
      'volontairement|exprès|délibérément|stratégie de groupe|intentionnellement|par choix|pour des raisons de sécurité|politique de sécurité',
    'by-hand': 'à la main|manuellement|manuelle|depuis le catalogue',
    broken:
      'écran noir|ne démarre pas|ne démarre plus|ne répond pas|ne répond plus|clavier et souris|ne se lance pas|ne se lance plus|pas de clavier|souris et clavier|clavier ne',
    'not-found-environment':
      'environnement de récupération introuvable|environnement de récupération est introuvable|impossible de trouver l environnement de récupération|impossible de trouver un environnement de récupération|environnement de récupération n a pas été trouvé',
    manufacturer: 'constructeur|fabricant|usine',
    not: 'ne|n|pas|plus jamais|jamais|ni|rien',
    none: 'aucun|aucune|pas de|pas d|sans|plus de|il n y a pas de|n a pas de|plus aucune',
    but: 'mais|bien que|car|parce que|pourtant|alors que|cependant|toutefois|malgré|tandis que|puisque|or',
    and: 'et|puis|ensuite|alors',
    if: 'si|serait|pourrait|peut être|probablement|je pense|je crois|je suppose|sans doute|il paraît|apparemment|aurait|devrait|faudrait|au cas où|je me demande|pas sûr|éventuellement|semble|soupçonne|peut on|puis je',
    when: 'quand|lorsque|dès que|chaque fois que|à chaque fois',
    asks: 'comment|pourquoi|est ce que|est ce|que faire|qu est ce|dois je|faut il|peut on|puis je|y a t il|quelqu un|quel|quelle|combien',
    advises:
      'selon|d après|recommand*|conseill*|microsoft dit|microsoft indique|il faut|il faudrait|l article dit|j ai lu|on m a dit|dit de|préconise|il suffit de|on doit|vous devez|tu dois|doit être|suggère*|le support dit|le guide dit|en général|généralement|souvent|d habitude|commentateur|paraît il|habituellement|un article',
    plans:
      'je vais|je veux|je voudrais|j aimerais|nous voulons|prévois|compte le|avant de|pas encore|j envisage|on va|je souhaite|afin de|pour pouvoir|je compte|j essaierai|il reste à',
    elsewhere:
      'autre pc|autre ordinateur|autres pc|autres ordinateurs|un ami|mon ami|collègue*|ma femme|mon père|chez d autres|autre machine|autres machines|autres utilisateurs|certains utilisateurs|mon frère|mon voisin|deuxième pc|second pc',
    needs: 'besoin|nécessite|exige|requis|requise|au moins|minimum|il faut|nécessaire*|réclame|demande|veut',
    it: 'elle|il|celle ci|celui ci|cela|ça|cette mise à jour|la mise à jour|ce dernier|y',
    other: 'autre|autres',
    of: 'sur|de|des',
    formerly:
      'avant le redémarrage|avant de redémarrer|auparavant|avant c était|autrefois|à l origine|précédemment|au départ|était avant|jadis',
    'still-listed':
      'historique affiche|historique indique|affiche toujours|indique toujours|encore en échec|dans l historique|toujours affichée|comme échouée|comme ayant échoué|reste affichée|ancienne ligne|en échec',
    two: 'deux',
    three: 'trois',
    four: 'quatre',
    noise: 'pas seulement|n importe|sans doute|pas mal|ne que|n est ce pas|pas à pas|plus tard',
  },
};
