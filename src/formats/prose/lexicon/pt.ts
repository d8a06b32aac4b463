import type { Lexicon } from './lexicon.js';

/** Portuguese of Brazil and Portugal. */
export const pt: Lexicon = {
  tag: 'pt',
  common: 'o a os as de que e em um uma não com para do da no na por mas eu meu minha foi está ao dá depois',
  months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  ways: {
    'recovery-partition':
      'partição de recuperação|partições de recuperação|partição winre|partição do winre|partição recovery|partição de restauração|partição do windows re|partição do ambiente de recuperação|partição de restauro|partição re',
    winre: 'ambiente de recuperação|ambiente de recuperação do windows|sistema de recuperação',
    image: 'imagem do winre|imagem de recuperação|imagem winre|imagem do windows re|arquivo winre|ficheiro winre',
    'os-volume':
      'unidade c|disco c|partição c|partição do windows|partição do sistema|drive c|disco do sistema|volume c|volume do windows',
    'boot-partition': 'partição efi|efi|reservado pelo sistema|reservada pelo sistema|esp',
    'other-partition': 'partição de dados|outra partição|partição oem|partição do fabricante|partição linux',
    partition: 'partição|partições',
    free: 'livre|livres|disponível|disponíveis|espaço livre|restante*|sobrando',
    used: 'usado|usados|ocupado|ocupados|utilizados',
    encryption:
      'criptografia do dispositivo|criptografia de dispositivo|encriptação do dispositivo|criptografia de unidade|encriptação de dispositivo',
    driver: 'driver*|controlador*|firmware',
    installer: 'instalador*|programa de instalação|pacote',
    'windows-update': 'atualização|atualizações|actualização|actualizações|patch*|windows update|update',
    history: 'histórico*',
    'boot-data':
      'dados de configuração da inicialização|dados de configuração de inicialização|configuração de arranque|dados de configuração de arranque',
    event: 'evento*',
    'error-code': 'código|erro|com|código de erro|com o erro',
    installation: 'instalação do windows de destino|instalação de destino',
    fail: 'falha|falhou|falham|falhando|falhas|erro|erros|não instala|não é instalada|não consegue instalar*|não foi possível instalar|não foi instalada|se recusa a instalar|recusa instalar|aborta|não instalou|não está instalada|não pode ser instalada|dá erro|deu erro|não se instala|fracassa|a falhar|não instalava',
    install:
      'instalar|instalação|instalando|recém instalado|reinstal*|instalado do zero|ser instalada|instalação limpa|ter instalado',
    succeed:
      'instalada com sucesso|instalado com sucesso|foi instalada|foi instalado|está instalada|instalou|com sucesso|sem erro|sem erros|sem problemas|já está instalada|instalada corretamente|concluída com êxito|com êxito|instalada|instalou se|instalou normalmente|ficou instalada|finalmente instalou|corretamente instalada',
    offered:
      'oferecida|oferece|volta a aparecer|reaparece|continua aparecendo|aparece de novo|aparece novamente|oferecendo|continua a ser oferecida|voltou a aparecer|continua a aparecer',
    withdrawn: 'não é mais oferecida|deixou de aparecer|não aparece mais|não é oferecida|sumiu da lista|já não aparece',
    uninstall: 'desinstal*',
    enlarge: 'aument*|ampli*|redimension*|estend*|expand*|maior partição|alarg*|partição maior',
    shrink: 'diminuir|reduzir|reduzi|encolher|diminuí|redução|encolhi',
    delete:
      'apaguei|apagado|apagada|excluí|excluído|excluída|deletei|deletada|removi|removido|removida|formatei|formatada|eliminei|eliminada|após excluir|depois de excluir|depois de apagar|após apagar|mesclei|juntei',
    create: 'criei|criado|criada|recriei|recriada|recriado|adicionei|refiz|recriar manualmente',
    disabled:
      'desativad*|desabilitad*|inativ*|não está ativo|desligado|desligada|descriptografad*|não criptografad*|não está ativado',
    enabled: 'ativad*|habilitad*|ativo|ativa|ligado|criptografad*|encriptad*',
    missing:
      'não encontrad*|não foi encontrad*|sumiu|desapareceu|não existe|falta|faltando|ausente|não está lá|não foi possível encontrar|não foi possível localizar|perdi|perdida|não existe mais|não é encontrad*|não se encontra|em falta',
    corrupt: 'corrompid*|danificad*|inválid*|estragad*',
    full: 'cheio|cheia|sem espaço|quase cheia|quase cheio|lotado|lotada|pouco espaço em disco|falta de espaço|não há espaço|não tem espaço',
    small:
      'muito pequena|pequena demais|muito pequeno|demasiado pequena|espaço insuficiente|não tem espaço suficiente|não há espaço suficiente|insuficiente*|falta espaço|pouco espaço livre|não é grande o suficiente|pequeno demais',
    enough: 'suficiente*|bastante|de sobra',
    solved:
      'resolvid*|resolveu|funcionou|funciona|deu certo|consertou|problema resolvido|corrigid*|ajudou|arranjou|solucion*|ficou bom',
    useless:
      'não adiantou|não adianta|não resolveu|não ajudou|não ajuda|sem sucesso|mesmo erro|o mesmo erro|continua falhando|continua igual|continua o erro|não mudou nada|nada mudou|em vão|não funcionou|não funciona|persiste|não resolve|nada resolve|mesmo problema|continua a falhar|continua com erro|ainda falha|falha novamente|sem resultado|não deu certo|não surtiu efeito|mesma coisa|não muda nada',
    restarted:
      'reiniciei|reiniciado|após reiniciar|depois de reiniciar|após o reinício|após a reinicialização|depois do reinício|após um reinício|reiniciar não|após uma reinicialização|mesmo reiniciando|já reiniciei|reiniciando não|o reinício não|a reinicialização não|desde o reinício|reiniciar o pc não|após o restart',
    'restarted-often':
      'reiniciei várias vezes|reiniciei … várias vezes|várias reinicializações|vários reinícios|reiniciei duas vezes|reiniciei três vezes|reiniciei muitas vezes|reiniciado várias vezes|diversos reinícios|reiniciei diversas vezes|reiniciei o pc várias vezes|reiniciei o computador várias vezes|múltiplos reinícios|inúmeros reinícios|dois reinícios|três reinícios',
    restart: 'reinici*|reinício*|antes de reiniciar|sem reiniciar|reboot',
    waiting: 'pendente*|aguarda|aguardando|espera|esperando|exige|requer|precisa|à espera',
    'restart-awaited':
      'reinicialização pendente|reinício pendente|pendente de reinicialização|pendente de reinício|aguardando reinicialização|aguardando reinício|aguarda reinício|aguarda reinicialização|aguardando uma reinicialização|aguardando um reinício|à espera de reinício|à espera de um reinício|pede para reiniciar|reinicialização necessária|aguarda uma reinicialização|aguarda um reinício|esperando reiniciar|esperando uma reinicialização|reinício necessário|à espera de reiniciar',
    'restart-loop':
      'pede para reiniciar de novo|continua pedindo para reiniciar|pede para reiniciar toda vez|continua a pedir para reiniciar|pede para reiniciar novamente|fica pedindo para reiniciar|sempre pede para reiniciar',
    cannot:
      'não consigo|não é possível|não pode|impossível|não consegue|não posso|não foi possível|não dá para|não permite|não deixa|não consegui',
    refuses: 'se recusa|recusa|recusou|nega|negado|rejeita|recusa se',
    relocated: 'clonei|clonado|clonagem|migrei|migrado|novo ssd|ssd novo|movi|migração|reparticion*|transferi',
    converted: 'converti|convertido|conversão|mbr2gpt',
    between: 'entre|no meio|atrapalha|logo atrás|impede a extensão|no caminho',
    last: 'no fim do disco|no final do disco|última partição|final do disco|fim do disco',
    'in-front':
      'antes de c|antes do c|na frente de c|antes da partição do windows|no início do disco|no começo do disco|primeira partição|à esquerda de c|à frente da partição do windows|antes da unidade c',
    behind:
      'depois de c|após c|depois do c|logo após c|atrás de c|depois da partição do windows|após a partição do windows|logo depois de c|à direita de c|após a unidade c',
    'table-full':
      'quatro partições primárias|4 partições primárias|tabela de partições cheia|tabela de partições está cheia',
    'not-elevated':
      'sem permissão de administrador|sem privilégios|não como administrador|sem direitos de administrador|prompt normal|sem ser administrador|sem elevação',
    antivirus: 'antivírus|software de segurança',
    blocks: 'bloque*|impede|impedia|impediu|bloqueava',
    clean:
      'nenhum erro|nenhum problema|não encontraram nada|não encontrou nada|não encontra nada|limpo|limpos|tudo certo|sem erros|nenhuma violação|não encontram nada|sem violações|não acharam nada|não detectaram',
    damaged:
      'arquivos corrompidos|ficheiros corrompidos|corrupção|não conseguiu reparar|não foi possível reparar|repositório de componentes está corrompido|repositório corrompido|reparável|arquivos danificados',
    'on-purpose':
      'de propósito|propositalmente|intencionalmente|deliberadamente|por política|política de grupo|por segurança|por opção',
    'by-hand': 'à mão|manualmente|manual|pelo catálogo|do catálogo',
    broken:
      'tela preta|ecrã preto|não inicia|não arranca|não responde|teclado e mouse|mouse e teclado|teclado não|não abre|nem teclado|não dá boot',
    'not-found-environment':
      'não foi possível encontrar o ambiente de recuperação|não foi possível localizar o ambiente de recuperação|ambiente de recuperação não encontrado|ambiente de recuperação não foi encontrado|não encontra o ambiente de recuperação|não encontrou o ambiente de recuperação',
    manufacturer: 'fabricante|fábrica|oem',
    not: 'não|nunca|jamais|nem|nada',
    none: 'nenhum|nenhuma|sem|não há|não tenho|não tem|não existe nenhuma|não existe|não possui|não possuo|não tinha',
    but: 'mas|porém|embora|porque|apesar|no entanto|enquanto|contudo|todavia|pois|já que|só que',
    and: 'e|então|depois',
    if: 'se|seria|poderia|talvez|provavelmente|acho que|suponho|parece|aparentemente|deveria|possivelmente|será que|suspeito|acredito|poderiam|ajudaria|teria|quem sabe',
    when: 'quando|sempre que|toda vez que|cada vez que|assim que',
    asks: 'como|por que|porque é que|o que|devo|posso|alguém|será|qual|é preciso|tenho que|ajuda|quanto',
    advises:
      'segundo|recomend*|aconselh*|microsoft diz|microsoft afirma|é preciso|deve se|li que|disseram|o artigo diz|você deve|dizem|suger*|o suporte disse|o guia diz|precisa se|geralmente|normalmente|costuma|muitas vezes|de acordo com|diz a microsoft|um comentário|comentarista',
    plans: 'vou|quero|queria|pretendo|gostaria|antes de|ainda não|planejo|vamos|penso em|queremos|tentarei|para poder',
    elsewhere:
      'outro pc|outro computador|um amigo|meu amigo|colega*|outras máquinas|outra máquina|outros usuários|minha esposa|meu pai|outros computadores|alguns usuários|outros utilizadores|meu irmão|segundo pc',
    needs: 'precisa|preciso|necessita|requer|pelo menos|mínimo|necessári*|exige|no mínimo|quer|pede',
    it: 'ela|isso|esta|este|a atualização|essa atualização|esta atualização|ele|essa',
    other: 'outra|outro|outras|outros',
    of: 'de|dos',
    formerly:
      'antes de reiniciar|antes do reinício|antes era|anteriormente|originalmente|no início|costumava|antigamente|no começo|antes estava',
    'still-listed':
      'histórico mostra|ainda mostra|ainda aparece como|no histórico|como falha|com falha|continua mostrando|ainda consta|continua listada|histórico ainda',
    two: 'dois|duas',
    three: 'três',
    four: 'quatro',
    noise: 'não só|não apenas|sem dúvida|nada demais|não sei|não importa',
  },
};
