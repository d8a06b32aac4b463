import type { Lexicon } from './lexicon.js';

/** Spanish. */
export const es: Lexicon = {
  tag: 'es',
  common: 'el la los las de que y en un una no con se del por para me lo al es pero mi he ha este está es',
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  ways: {
    'recovery-partition':
      'partición de recuperación|particiones de recuperación|partición winre|partición de winre|partición recovery|partición de restauración|partición de windows re|partición del entorno de recuperación|partición re',
    winre: 'entorno de recuperación|entorno de recuperación de windows',
    image: 'imagen de winre|imagen de recuperación|imagen winre|imagen de windows re|archivo winre',
    'os-volume':
      'unidad c|disco c|partición c|partición de windows|partición del sistema|unidad del sistema|volumen c|volumen de windows|la c',
    'boot-partition': 'partición efi|efi|reservado para el sistema|esp|partición de sistema efi',
    'other-partition': 'partición de datos|otra partición|partición oem|partición del fabricante|partición de linux',
    partition: 'partición|particiones',
    free: 'libre|libres|disponible|disponibles|espacio libre|restante*',
    used: 'usado|usados|ocupado|ocupados|utilizado*',
    encryption: 'cifrado de dispositivo|cifrado del dispositivo|cifrado de unidad',
    driver: 'controlador*|firmware|driver*',
    installer: 'instalador*|programa de instalación|paquete',
    'windows-update': 'actualización|actualizaciones|parche*|windows update',
    history: 'historial*',
    'boot-data': 'datos de la configuración de arranque|datos de configuración de arranque|configuración de arranque',
    event: 'evento*|suceso*',
    'error-code': 'código|error|con|código de error|con el error',
    installation: 'instalación de windows de destino|instalación de destino',
    fail: 'falla|fallan|falló|fallo|fallando|fallado|fallida*|error|errores|no se instala|no se puede instalar|no se pudo instalar|no instala|no deja instalar|no consigue instalar*|no ha podido instalar*|se niega a instalar*|aborta|se interrumpe|sin instalar|no se ha instalado|no está instalada|no logra instalar*|da error|no quedó instalada|no quiere instalar*',
    install:
      'instalar|instalación|instalarse|recién instalado|recién instalada|reinstal*|instalado de cero|ser instalada|instalando',
    succeed:
      'instalada correctamente|instalado correctamente|se instaló|está instalada|se ha instalado|quedó instalada|ya está instalada|correctamente|con éxito|sin errores|sin problemas|sin error|se instaló bien|instalación correcta|se instaló sin|instalada|entró bien|por fin se instaló|ya se instaló|se instala bien|se instaló correctamente',
    offered:
      'ofrecida|ofrece|me ofrece|vuelve a aparecer|reaparece|sigue apareciendo|aparece de nuevo|se vuelve a ofrecer|ofreciendo|aparece otra vez|vuelve a salir',
    withdrawn: 'ya no se ofrece|ya no aparece|no se ofrece|desapareció de la lista|dejó de aparecer|no me aparece',
    uninstall: 'desinstal*',
    enlarge: 'ampli*|agrand*|extend*|extiend*|redimension*|aument*|hice más grande|expand*|más grande',
    shrink: 'reducir|reduje|reducido|reducción|encoger|achicar',
    delete:
      'borré|borrado|borrada|eliminé|eliminado|eliminada|formateé|formateado|formateada|fusioné|borramos|eliminamos|quité|suprimí|tras eliminar|tras borrar|después de borrar|después de eliminar',
    create: 'creé|creado|creada|recreé|recreado|recreada|añadí|hice|volví a crear',
    disabled:
      'deshabilitad*|desactivad*|apagado|inactiv*|no está activ*|no está habilitado|descifrad*|sin cifrar|no está cifrad*',
    enabled: 'habilitad*|activad*|activo|activa|encendido|cifrado|cifrada',
    missing:
      'no se encuentra|no se encontró|no existe|desapareció|ha desaparecido|falta|faltan|no está|no encontrada|no encontrado|no se ha encontrado|ausente|perdí|perdido|ya no está|desaparecido|no aparece por ningún lado|no hay rastro',
    corrupt: 'corrupt*|dañad*|estropead*|inválid*|defectuos*',
    full: 'llena|lleno|llenas|sin espacio|no queda espacio|casi llena|casi lleno|no hay espacio|poco espacio en disco|falta de espacio|sin espacio libre|no queda sitio',
    small:
      'demasiado pequeña|demasiado pequeño|muy pequeña|no hay suficiente espacio|no hay espacio suficiente|espacio insuficiente|insuficiente*|falta espacio|no tiene suficiente espacio|no tiene espacio suficiente|se queda corta|no es suficientemente grande|se queda pequeña|poco espacio libre',
    enough: 'suficiente*|bastante|de sobra',
    solved:
      'solucion*|resuelt*|resolvió|arregl*|funcionó|funciona|ya funciona|problema resuelto|listo|se arregló|ha funcionado|sirvió|ayudó|quedó solucionado',
    useless:
      'no sirvió|no sirve|no ayudó|no ayuda|sin éxito|mismo error|el mismo error|sigue fallando|sigue igual|sigue sin|no cambió nada|no cambia nada|nada cambia|en vano|no funcionó|no funciona|no ha funcionado|el error persiste|persiste|no solucionó|no se solucionó|no se resolvió|sin resultado|mismo problema|igual que antes|tampoco|no resolvió|nada funciona|sigue dando|sin cambios|vuelve a fallar|no hizo nada',
    restarted:
      'reinicié|he reiniciado|reiniciado|tras reiniciar|tras el reinicio|tras un reinicio|después de reiniciar|después del reinicio|después de un reinicio|reiniciar no|reinicio no|luego de reiniciar|reiniciando no|reiniciamos|probé a reiniciar|reiniciar el pc no|desde el reinicio|incluso reiniciando|ya reinicié',
    'restarted-often':
      'reinicié varias veces|reinicié … varias veces|reiniciado … varias veces|reiniciado varias veces|varios reinicios|reiniciar varias veces|reinicié dos veces|reinicié tres veces|muchos reinicios|múltiples reinicios|reiniciado muchas veces|reinicié el equipo varias veces|reinicié el pc varias veces|reinicié muchas veces|dos reinicios|tres reinicios',
    restart: 'reinici*|antes de reiniciar|antes del reinicio|sin reiniciar',
    waiting: 'pendiente*|espera|esperando|a la espera|requiere|necesita|exige|pide|aguarda',
    'restart-awaited':
      'pendiente de reinicio|pendiente de reiniciar|pendiente de un reinicio|pendientes de reinicio|reinicio pendiente|espera un reinicio|esperando un reinicio|esperando reinicio|esperando el reinicio|a la espera de un reinicio|a la espera de reinicio|pide reiniciar|se requiere un reinicio|reinicio necesario|está pendiente de reiniciar|espera el reinicio|a la espera de reiniciar',
    'restart-loop':
      'vuelve a pedir reiniciar|pide reiniciar una y otra vez|vuelve a pedir un reinicio|sigue pidiendo reiniciar|sigue pidiendo un reinicio|pide reiniciar otra vez|pide un reinicio una y otra vez|siempre pide reiniciar|no deja de pedir',
    cannot:
      'no puedo|no se puede|no puede|no pude|imposible|no es posible|no se pudo|no deja|no me deja|no permite|no consigo|no logro|no podemos|no pudo',
    refuses: 'se niega|rechaza|deniega|denegado|no permite',
    relocated:
      'cloné|clonado|migré|migrado|nuevo ssd|moví|movido|migración|clonación|pasé a un ssd|reparticion*|trasladé',
    converted: 'convertí|convertido|conversión|mbr2gpt',
    between: 'entre|en medio|estorba|justo detrás|bloquea la extensión|intercalada',
    last: 'al final del disco|última partición|final del disco|al final de todo|la última',
    'in-front':
      'antes de c|delante de c|antes de la partición de windows|al principio del disco|al inicio del disco|primera partición|delante de la partición de windows|a la izquierda de c|antes de la unidad c',
    behind:
      'después de c|detrás de c|justo después de c|tras c|después de la partición de windows|detrás de la partición de windows|a la derecha de c|justo detrás de c|después de la unidad c',
    'table-full':
      'cuatro particiones primarias|4 particiones primarias|tabla de particiones llena|tabla de particiones está llena|cuatro primarias',
    'not-elevated':
      'sin permisos de administrador|sin privilegios|no como administrador|sin derechos de administrador|símbolo del sistema normal|sin ser administrador|sin elevar|sin elevación',
    antivirus: 'antivirus|software de seguridad',
    blocks: 'bloque*|impid*|impedía',
    clean:
      'no encontr* nada|no encuentr* nada|sin errores|ningún error|ningún problema|no hallaron|limpi*|todo correcto|no detectan nada|no detecta nada|sin infracciones|no encontró infracciones|no encuentran errores|no hay problema*|ninguna infracción',
    damaged:
      'archivos dañados|archivos corruptos|corrupción|no pudo reparar|no se pudo reparar|no se pudieron reparar|almacén de componentes está dañado|almacén dañado|encontró daños|reparable|infracciones de integridad encontradas',
    'on-purpose':
      'a propósito|adrede|deliberadamente|intencionad*|por política|directiva|por seguridad|directiva de grupo|intencionalmente',
    'by-hand': 'a mano|manualmente|manual|desde el catálogo',
    broken:
      'pantalla negra|no arranca|no inicia|no responde|teclado y ratón|teclado y mouse|ratón ni teclado|teclado ni ratón|no se inicia|ni teclado|no abre|teclado no',
    'not-found-environment':
      'no se encontró el entorno de recuperación|no se pudo encontrar el entorno de recuperación|no se encuentra el entorno de recuperación|entorno de recuperación no encontrado|no encuentra el entorno de recuperación|no se ha podido encontrar el entorno de recuperación|no pudo encontrar el entorno de recuperación',
    manufacturer: 'fabricante|fábrica|oem',
    not: 'no|nunca|jamás|tampoco|ni|nada',
    none: 'ningún|ninguna|sin|no hay|no tengo|no tiene|no existe ninguna|no existe|carece de|no tenía|no dispone de',
    but: 'pero|aunque|porque|sin embargo|sino|mientras|no obstante|ya que|pese a|a pesar de',
    and: 'y|e|luego|después|entonces',
    if: 'si|sería|podría|quizá|quizás|tal vez|probablemente|creo que|supongo|parece|al parecer|habría|debería|posiblemente|a lo mejor|sospecho|puede que|podrían|me pregunto|no sé si|serviría|ayudaría',
    when: 'cuando|cada vez que|en cuanto|siempre que',
    asks: 'cómo|por qué|qué hago|qué puedo|debo|hay que|puedo|alguien|es posible|ayuda|cuál|cuánto|tengo que',
    advises:
      'según|recomiend*|recomendad*|aconsej*|microsoft dice|microsoft indica|microsoft afirma|el artículo dice|leí|he leído|me dijeron|se debe|hay que|debes|tienes que|debería|dicen que|soporte dice|sugier*|el soporte dijo|la guía dice|suele|normalmente|generalmente|a menudo|un comentario|comentarista|dice que',
    plans:
      'voy a|quiero|quisiera|quería|pienso|planeo|antes de|todavía no|aún no|pretendo|me gustaría|vamos a|queremos|para poder|intentaré|me falta',
    elsewhere:
      'otro pc|otro equipo|otro ordenador|otra computadora|otros equipos|un amigo|mi amigo|compañero*|otra máquina|otras máquinas|mi mujer|mi padre|otros usuarios|algunos usuarios|mi hermano|mi otro|segundo pc',
    needs:
      'necesita|necesito|necesitan|requiere|requerid*|al menos|mínimo|hacen falta|exige|hace falta|como mínimo|pide',
    it: 'esta|este|esto|ella|la actualización|esta actualización|eso|dicha',
    other: 'otra|otro|otras|otros',
    of: 'de|de los',
    formerly:
      'antes de reiniciar|antes del reinicio|antes era|anteriormente|originalmente|al principio|antes estaba|antiguamente|en su día|previamente|solía',
    'still-listed':
      'historial muestra|sigue mostrando|sigue apareciendo como|aparece como fallida|figura como fallida|en el historial|historial sigue|muestra todavía|como error|aún muestra|todavía aparece',
    two: 'dos',
    three: 'tres',
    four: 'cuatro',
    noise: 'no sólo|no solo|no obstante|nada más|sin duda|no importa|no sé',
  },
};
