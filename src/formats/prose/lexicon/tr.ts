import type { Lexicon } from './lexicon.js';

/** Turkish. Endings carry the grammar, so most ways are stems; the denial stands in the verb or behind the noun. */
export const tr: Lexicon = {
  tag: 'tr',
  common:
    've bir bu da de için ile ne ama sonra olarak daha çok gibi var yok değil mi kadar benim güncelleştirme güncelleme',
  months: 'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  ways: {
    'recovery-partition':
      'kurtarma bölüm*|kurtarma disk bölüm*|winre bölüm*|recovery bölüm*|windows re bölüm*|kurtarma ortamı bölüm*|re bölüm*|onarım bölüm*|kurtarma bolum*',
    winre: 'kurtarma ortam*|windows kurtarma ortam*',
    image:
      'winre görüntü*|kurtarma görüntü*|winre dosya*|winre imaj*|windows re görüntü*|kurtarma imaj*|winre wim dosya*',
    'os-volume':
      'c sürücü*|c disk*|c bölüm*|windows bölüm*|sistem bölüm*|sistem sürücü*|c birim*|c nin|c den|işletim sistemi bölüm*',
    'boot-partition': 'efi bölüm*|efi|sistem tarafından ayrıl*|esp',
    'other-partition': 'veri bölüm*|başka bölüm*|diğer bölüm*|üretici bölüm*|linux bölüm*',
    partition: 'bölüm*|bolum*',
    free: 'boş|boş alan*|kullanılabilir|boşta|kalan',
    used: 'dolu alan*|kullanılan|kullanılıyor|kullanılmış',
    encryption: 'cihaz şifreleme*|aygıt şifreleme*|sürücü şifreleme*',
    driver: 'sürücüs*|driver*|ürün yazılım*',
    installer: 'yükleyici*|kurulum program*|kurulum dosya*|paket*',
    'windows-update': 'güncelleme*|güncelleştirme*|yama*|windows update|guncelleme*',
    history: 'güncelleme geçmiş*|geçmiş*',
    'boot-data': 'önyükleme yapılandırma veri*|önyükleme yapılandırma',
    event: 'olay*',
    'error-code': 'kod|hata|hata kodu|kodu|hatası',
    installation: 'hedef windows yükleme*|hedef yükleme*',
    fail: 'hata*|başarısız*|yüklenemedi|yüklenemiyor|yüklenmiyor|kurulmuyor|kurulamıyor|kurulamadı|yüklenmedi|hatası veriyor|takılıyor|reddediyor|yükleyemiyor*|yükleyemedi*|kuramıyor*|kuramadı*|yarıda kal*|çöküyor|yuklenmiyor|kurulmadı',
    install: 'yükleme*|kurulum*|yüklemek|kurmak|yeniden kur*|yeni kurul*|yüklerken|temiz kurul*|yüklemeye',
    succeed:
      'başarıyla yüklendi|yüklendi|kuruldu|başarıyla|sorunsuz|hatasız|yüklenmiş|başarıyla kuruldu|zaten yüklü|yüklü|başarılı|sorunsuz yüklendi|sorunsuz kuruldu',
    offered:
      'sunuluyor|öneriliyor|tekrar çıkıyor|yine çıkıyor|tekrar görünüyor|yeniden görünüyor|tekrar geliyor|sürekli geliyor|yine geliyor',
    withdrawn: 'artık sunulmuyor|sunulmuyor|artık görünmüyor|listeden kayboldu|artık çıkmıyor',
    uninstall: 'kaldırd*|kaldırma',
    enlarge: 'büyüt*|genişlet*|artır*|arttır*|büyüttü*',
    shrink: 'küçült*|daralt*|küçültme*',
    delete: 'sildim|silindi|silmiş*|biçimlendirdim|formatladım|birleştirdim|sildikten sonra|sildik|silinmiş|silince',
    create: 'oluşturdu*|yarattım|ekledi*|yeniden oluştur*|oluşturul*',
    disabled: 'devre dışı*|kapalı|etkin değil|pasif|kapatılmış|kapattım|şifreli değil|etkisiz',
    enabled: 'etkin|açık|etkinleştiril*|aktif|şifreli|etkinleştirdim',
    missing:
      'bulunamadı|bulunamıyor|kayıp|kaybol*|silinmiş|mevcut değil|eksik|bulamıyor*|bulamadı*|yok|yok olmuş|yerinde yok|bulunmuyor|yoktu',
    corrupt: 'bozuk*|bozul*|hasarlı|geçersiz',
    full: 'dolu|doldu|yer yok|boş yer yok|neredeyse dolu|alan yok|yer kalmadı|dolmuş|disk alanı yetersiz|boş alan yok|yer kalmamış',
    small:
      'çok küçük|yetersiz*|yeterli alan yok|yeterli yer yok|küçük geliyor|yetmiyor|az yer|yeterince büyük değil|yeterli boş alan yok|küçük kalıyor',
    enough: 'yeterli|yeterince|yetiyor|fazlasıyla',
    solved:
      'çözüldü|düzeldi|işe yaradı|çalıştı|sorun kalmadı|hallol*|çözdü|düzeltti|çözdüm|sorun çözüldü|oldu|çalışıyor',
    useless:
      'işe yaramadı|fayda etmedi|faydası olmadı|aynı hata|hâlâ|hala|değişmedi|bir şey değişmedi|çözülmedi|sonuç alamadım|düzelmedi|çalışmadı|devam ediyor|yine hata|çözmedi|yaramıyor|aynı sorun|sonuç değişmedi|yine aynı|nafile|fark etmedi|hiçbir şey değişmedi|yine başarısız|çare olmadı|çalışmıyor|düzeltmedi',
    restarted:
      'yeniden başlattım|yeniden başlattıktan sonra|yeniden başlatmadan sonra|yeniden başlatma sonrası|yeniden başlatma işe|reset attım|yeniden başlattık|yeniden başlatınca|yeniden başlatmama rağmen|yeniden başlatmak işe|yeniden başlatıldı|restart attım|yeniden başlatmaya rağmen|baştan başlattım',
    'restarted-often':
      'birkaç kez yeniden başlattım|defalarca yeniden başlattım|birçok kez yeniden başlattım|iki kez yeniden başlattım|üç kez yeniden başlattım|kaç kez yeniden başlattım|birkaç kere yeniden başlattım|birkaç yeniden başlatma|birkaç defa yeniden başlattım|çok kez yeniden başlattım',
    restart: 'yeniden başlat*|restart*|reset*',
    waiting: 'bekliyor|bekleyen|beklemede|bekleniyor|gerekiyor|gerektiriyor|istiyor',
    'restart-awaited':
      'yeniden başlatma bekliyor|yeniden başlatma bekleyen|yeniden başlatmayı bekliyor|yeniden başlatma bekleniyor|yeniden başlatma gerekiyor|bekleyen yeniden başlatma|yeniden başlatılmayı bekliyor|yeniden başlatmayı bekleyen|yeniden başlatma istiyor|yeniden başlatılmayı bekleyen|yeniden başlatma gerekli',
    'restart-loop':
      'sürekli yeniden başlatma istiyor|tekrar yeniden başlatma istiyor|her seferinde yeniden başlatma istiyor|yine yeniden başlatma istiyor|sürekli yeniden başlatmamı istiyor|tekrar tekrar yeniden başlatma',
    cannot:
      'yapılamıyor|olmuyor|mümkün değil|küçültülemiyor|küçültemiyor*|yapamıyor*|izin vermiyor|başarısız oluyor|genişletilemiyor|etkinleştirilemiyor|etkinleştiremiyor*|etkinleştirilemez|genişletemiyor*|küçültülemedi|imkansız|güncelleştirilemiyor|güncelleştirilemedi',
    refuses: 'reddediyor|reddetti|izin vermiyor|reddedildi|kabul etmiyor',
    relocated: 'klonladı*|klonla*|taşıdı*|yeni ssd|geçirdim|klonlama',
    converted: 'dönüştürdü*|dönüştürme|mbr2gpt|çevirdi*',
    between: 'arasında|ortasında|engelliyor|hemen arkasında|hemen ardında',
    last: 'diskin sonunda|son bölüm|en sonda|diskin en sonunda',
    'in-front':
      'c den önce|c nin önünde|windows bölümünden önce|diskin başında|ilk bölüm|diskin en başında|c sürücüsünden önce',
    behind:
      'c den sonra|c nin arkasında|windows bölümünden sonra|hemen c den sonra|c sürücüsünden sonra|c nin ardından|c nin hemen ardında',
    'table-full': 'dört birincil bölüm*|4 birincil bölüm*|bölüm tablosu dolu|dört birincil disk bölüm*',
    'not-elevated':
      'yönetici olarak değil|yönetici hakları olmadan|yönetici izni olmadan|yönetici yetkisi olmadan|normal komut istemi|yönetici olmadan',
    antivirus: 'antivirüs*|virüs program*|güvenlik yazılım*',
    blocks: 'engelliyor|engelledi|engellemiş|blokluyor|engelliyormuş',
    clean:
      'hata yok|sorun yok|hiçbir şey bulmadı|bir şey bulamadı|temiz*|hata bulmadı|hata bulamadı|sorun bulmadı|bütünlük ihlali bulunamadı|bir şey bulmadı|hata çıkmadı|sorun bulamadı|ihlal bulamadı',
    damaged: 'bozuk dosya*|onaramadı|onarılamadı|bileşen deposu bozuk*|hasarlı dosya*|onarılamıyor',
    'on-purpose': 'bilerek|kasıtlı*|özellikle|ilke gereği|grup ilke*|güvenlik nedeniyle|bilinçli',
    'by-hand': 'elle|manuel*|el ile|katalogdan',
    broken:
      'siyah ekran|açılmıyor|başlamıyor|yanıt vermiyor|klavye ve fare|fare ve klavye|tepki vermiyor|klavye çalışmıyor',
    'not-found-environment':
      'kurtarma ortamı bulunamadı|kurtarma ortamı bulunamıyor|kurtarma ortamını bulamadı|kurtarma ortamını bulamıyor',
    manufacturer: 'üretici*|fabrika*|oem',
    not: 'değil|asla|hiç|hiçbir|olmadı|olmuyor|etmedim|yapmadım',
    none: 'yok|olmadan|hiçbir|bulunmuyor|yoktur|mevcut değil',
    but: 'ama|fakat|çünkü|ancak|rağmen|oysa|lakin',
    and: 've|sonra|ardından',
    if: 'eğer|belki|acaba|muhtemelen|olabilir|sanırım|galiba|herhalde|ise|şayet|mi|mı|mu|mü|sanıyorum|tahminim|gibi görünüyor',
    when: 'zaman|her seferinde|ne zaman',
    asks: 'nasıl|neden|niye|ne yapmalıyım|mi|mı|mu|mü|kim|hangi|var mı|kaç',
    advises:
      'göre|öneriyor|tavsiye|microsoft diyor|gerek|gerekir|okudum|diyorlar|önerilir|yazıyor ki|gerekiyormuş|söylüyor|genellikle|genelde|normalde|çoğunlukla|önerdi|deniyor|öneri*|makale*|lazım|gerekli|yorumcu',
    plans:
      'istiyorum|planlıyorum|yapacağım|edeceğim|henüz|düşünüyorum|istiyoruz|deneyeceğim|niyetim|başlatacağım|büyüteceğim|sileceğim',
    elsewhere:
      'başka bilgisayar*|diğer bilgisayar*|arkadaşım*|iş arkadaş*|başka kullanıcı*|diğer makine*|başka pc|eşim*|babam*|kardeşim*|diğer pc*|başka makine*|ikinci bilgisayar*',
    needs: 'gerekiyor|gerekli|en az|minimum|ihtiyaç*|lazım|istiyor',
    it: 'bu|o|bu güncelleme|bunun|içinde|onun',
    other: 'başka|diğer|bir diğer',
    of: 'nin|nın|dan|den',
    formerly: 'yeniden başlatmadan önce|önceden|eskiden|daha önce|başlangıçta|ilk başta',
    'still-listed':
      'geçmişte|hâlâ gösteriyor|hala gösteriyor|başarısız olarak|hala görünüyor|hâlâ görünüyor|geçmişinde|hala başarısız',
    two: 'iki',
    three: 'üç',
    four: 'dört',
    noise: 'yeniden yüklendi|sorun değil|önemli değil|hiç fark',
  },
};
