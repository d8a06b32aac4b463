/**
 * Dynamic Update packages, a line each: add one by adding a line.
 *
 * kb | branch | kind | released | confidence | confidence of the kind | WinRE level | replaces | source
 *
 * - branch: the build that servicing counts from; `?` behind it: a guess, so no build is claimed; `~`: inferred.
 * - released: a day or a month; `<=` before it: first seen that day in a public file list, so released by then.
 * - WinRE level: only where it was published; most never were.
 */
export const DYNAMIC_UPDATE_LINES = `
# 10240, safe-os-du
KB5065918|10240|safe-os-du|2025-09-09|medium|high|||du-sep-2025
# 10240?, safe-os-du
KB5055770|10240?|safe-os-du|2025-04-08|low|low|||smarti
KB5062692|10240?|safe-os-du|2025-07-08|low|low|||smarti
# 10240?, setup-du
KB5062788|10240?|setup-du|2025-07-08|low|low|||smarti
# 14393, safe-os-du
KB5027386|14393|safe-os-du|<=2023-08-16|medium|medium|||catalog-lists
KB5031471|14393|safe-os-du|<=2023-10-11|medium|medium|||catalog-lists
KB5034230|14393|safe-os-du|<=2024-01-16|medium|medium|||catalog-lists
KB5044613|14393|safe-os-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046911|14393|safe-os-du|<=2024-11-13|medium|medium|||catalog-lists
KB5050120|14393|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5055768|14393|safe-os-du|2025-04-08|medium|medium|||catalog-lists
KB5060529|14393|safe-os-du|<=2025-06-12|medium|medium|||catalog-lists
KB5062689|14393|safe-os-du|2025-07-08|high|high|||catalog-lists
KB5065307|14393|safe-os-du|2025-09-09|high|high|||catalog-lists
KB5067015|14393|safe-os-du|<=2025-10-16|medium|medium|||catalog-lists
KB5068789|14393|safe-os-du|2025-11-11|medium|medium|||catalog-lists
KB5072540|14393|safe-os-du|<=2025-12-11|medium|medium|||catalog-lists
KB5073931|14393|safe-os-du|<=2026-01-14|medium|medium|||catalog-lists
KB5075908|14393|safe-os-du|<=2026-02-11|medium|medium|||catalog-lists
KB5078801|14393|safe-os-du|<=2026-03-11|medium|medium|||catalog-lists
KB5082239|14393|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5087590|14393|safe-os-du|2026-05-12|high|high|||catalog-lists du-may-2026
KB5094152|14393|safe-os-du|<=2026-06-09|medium|medium|||catalog-lists
KB5099548|14393|safe-os-du|<=2026-07-14|medium|medium|||catalog-lists
KB5120246|14393|safe-os-du|<=2026-08-11|medium|medium|||catalog-lists
# 14393, setup-du
KB4532820|14393|setup-du|<=2023-08-16|medium|medium|||catalog-lists
KB5045521|14393|setup-du|<=2024-10-09|medium|medium|||catalog-lists
KB5062786|14393|setup-du|<=2025-07-09|medium|medium|||catalog-lists
KB5068794|14393|setup-du|2025-11-11|medium|medium|||catalog-lists
# 17763, safe-os-du
KB5021042|17763|safe-os-du|2022-11-08|medium|high|||wsus-extracts
KB5029029|17763|safe-os-du|2023-07-11|high|high|||wsus-extracts catalog-lists
KB5031472|17763|safe-os-du|2023-10-10|high|high|||wsus-extracts catalog-lists
KB5034231|17763|safe-os-du|2024-01-09|high|high|||wsus-extracts catalog-lists
KB5044614|17763|safe-os-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046912|17763|safe-os-du|<=2024-11-13|medium|medium|||catalog-lists
KB5050198|17763|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5055769|17763|safe-os-du|2025-04-08|medium|medium|||catalog-lists
KB5060530|17763|safe-os-du|<=2025-06-12|medium|medium|||catalog-lists
KB5062690|17763|safe-os-du|<=2025-07-09|medium|medium|||catalog-lists
KB5065845|17763|safe-os-du|2025-09-09|medium|high|||du-sep-2025
KB5067016|17763|safe-os-du|<=2025-10-16|medium|medium|||catalog-lists
KB5068790|17763|safe-os-du|2025-11-11|medium|medium|||catalog-lists
KB5072541|17763|safe-os-du|<=2025-12-11|medium|medium|||catalog-lists
KB5073932|17763|safe-os-du|<=2026-01-14|medium|medium|||catalog-lists
KB5075909|17763|safe-os-du|<=2026-02-11|medium|medium|||catalog-lists
KB5078805|17763|safe-os-du|<=2026-03-11|medium|medium|||catalog-lists
KB5082240|17763|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5087592|17763|safe-os-du|2026-05-12|high|high|||catalog-lists du-may-2026
KB5094153|17763|safe-os-du|<=2026-06-09|medium|medium|||catalog-lists
KB5099549|17763|safe-os-du|<=2026-07-14|medium|medium|||catalog-lists
KB5120247|17763|safe-os-du|<=2026-08-11|medium|medium|||catalog-lists
# 17763, setup-du
KB5028310|17763|setup-du|2023-07-11|high|high|||wsus-extracts catalog-lists
KB5045522|17763|setup-du|<=2024-10-09|medium|medium|||catalog-lists
KB5047135|17763|setup-du|<=2024-11-13|medium|medium|||catalog-lists
KB5062787|17763|setup-du|2025-07-08|high|high|||catalog-lists
KB5068795|17763|setup-du|2025-11-11|medium|medium|||catalog-lists
# 19041, safe-os-du
KB5009645|19041|safe-os-du|2022-01-25|medium|high|||wsus-extracts
KB5011577|19041|safe-os-du|2022-03-22|medium|high|||wsus-extracts
KB5012419|19041|safe-os-du|2022-03-08|medium|high|||wsus-extracts
KB5021043|19041|safe-os-du|2022-11-08|medium|high|||wsus-extracts
KB5027389|19041|safe-os-du|2023-06-13|high|high|||wsus-extracts catalog-lists
KB5031474|19041|safe-os-du|2023-10-10|high|high|||wsus-extracts catalog-lists
KB5034232|19041|safe-os-du|2024-01-09|high|high|||wsus-extracts catalog-lists
KB5044615|19041|safe-os-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046913|19041|safe-os-du|<=2024-11-13|medium|medium|||catalog-lists
KB5050199|19041|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5055674|19041|safe-os-du|2025-04-08|medium|medium|||catalog-lists
KB5059607|19041|safe-os-du|<=2025-05-14|medium|medium|||catalog-lists
KB5060532|19041|safe-os-du|<=2025-06-12|medium|medium|||catalog-lists
KB5062691|19041|safe-os-du|2025-07-08|high|high|||catalog-lists
KB5067017|19041|safe-os-du|2025-10-14|high|high|||catalog-lists
KB5078884|19041|safe-os-du|<=2026-03-11|medium|medium|||catalog-lists
KB5082241|19041|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5087593|19041|safe-os-du|2026-05-12|high|high|||catalog-lists du-may-2026
KB5094154|19041|safe-os-du|<=2026-06-09|medium|medium|||catalog-lists
KB5099550|19041|safe-os-du|<=2026-07-14|medium|medium|||catalog-lists
KB5120248|19041|safe-os-du|<=2026-08-11|medium|medium|||catalog-lists
# 19041, setup-du
KB5009647|19041|setup-du|2022-01-25|medium|high|||wsus-extracts
KB5010524|19041|setup-du|2022-02-15|medium|high|||wsus-extracts
KB5014676|19041|setup-du|2022-06-28|medium|high|||wsus-extracts
KB5016775|19041|setup-du|2022-08-26|medium|high|||wsus-extracts
KB5017404|19041|setup-du|2022-09-20|medium|high|||wsus-extracts
KB5019420|19041|setup-du|2022-10-11|medium|high|||wsus-extracts
KB5019422|19041|setup-du|2022-10-25|medium|high|||wsus-extracts
KB5020377|19041|setup-du|2022-11-15|medium|high|||wsus-extracts
KB5023847|19041|setup-du|2023-03-21|medium|high|||wsus-extracts
KB5028311|19041|setup-du|2023-07-11|high|high|||wsus-extracts catalog-lists
KB5032906|19041|setup-du|2023-11-14|high|high|||wsus-extracts catalog-lists
KB5045523|19041|setup-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046905|19041|setup-du|<=2024-11-13|medium|medium|||catalog-lists
KB5056474|19041|setup-du|2025-04-08|medium|medium|||catalog-lists
KB5062682|19041|setup-du|2025-07-08|high|high|||catalog-lists
KB5074207|19041|setup-du|<=2026-03-11|medium|medium|||catalog-lists
# 19041~, safe-os-du
KB5069340|19041~|safe-os-du|2025-11-11|medium|high|||du-nov-2025
# 20348, safe-os-du
KB5027388|20348|safe-os-du|<=2023-08-16|medium|medium|||catalog-lists
KB5031473|20348|safe-os-du|<=2023-10-11|medium|medium|||catalog-lists
KB5034235|20348|safe-os-du|2024-01-09|medium|medium|||catalog-lists
KB5046916|20348|safe-os-du|<=2024-11-13|high|high|||catalog-lists
KB5050201|20348|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5055771|20348|safe-os-du|<=2025-04-09|medium|medium|||catalog-lists
# 20348, setup-du
KB5046907|20348|setup-du|<=2024-11-13|medium|medium|||catalog-lists
KB5055765|20348|setup-du|<=2025-04-09|medium|medium|||catalog-lists
# 20348, du-unclassified
KB5028263|20348|du-unclassified|<=2023-08-16|low|low|||catalog-lists
KB5037958|20348|du-unclassified|<=2024-05-15|low|low|||catalog-lists
# 22000, safe-os-du
KB5009644|22000|safe-os-du|2022-01-25|medium|high|||wsus-extracts
KB5011579|22000|safe-os-du|2022-03-28|medium|high|||wsus-extracts
KB5012414|22000|safe-os-du|2022-03-08|medium|high|||wsus-extracts
KB5014036|22000|safe-os-du|2022-05-24|medium|high|||wsus-extracts
KB5015021|22000|safe-os-du|2022-06-23|medium|high|||wsus-extracts
KB5021040|22000|safe-os-du|2022-11-08|medium|high|||wsus-extracts
KB5027572|22000|safe-os-du|2023-06-13|high|high|||wsus-extracts catalog-lists
KB5031475|22000|safe-os-du|2023-10-10|high|high|||wsus-extracts catalog-lists
KB5033288|22000|safe-os-du|2023-11-14|high|high|||wsus-extracts catalog-lists
KB5034236|22000|safe-os-du|2024-01-09|high|high|||wsus-extracts catalog-lists
KB5044619|22000|safe-os-du|2024-10-08|high|high|||catalog-lists kb5046398
# 22000, setup-du
KB5009646|22000|setup-du|2022-01-25|medium|high|||wsus-extracts
KB5010455|22000|setup-du|2022-02-15|medium|high|||wsus-extracts
KB5011576|22000|setup-du|2022-03-28|medium|high|||wsus-extracts
KB5012678|22000|setup-du|2022-04-25|medium|high|||wsus-extracts
KB5014039|22000|setup-du|2022-05-24|medium|high|||wsus-extracts
KB5014675|22000|setup-du|2022-06-23|medium|high|||wsus-extracts
KB5015901|22000|setup-du|2022-07-21|medium|high|||wsus-extracts
KB5016773|22000|setup-du|2022-08-25|medium|high|||wsus-extracts
KB5017403|22000|setup-du|2022-09-20|medium|high|||wsus-extracts
KB5018508|22000|setup-du|2022-10-25|medium|high|||wsus-extracts
KB5019419|22000|setup-du|2022-10-11|medium|high|||wsus-extracts
KB5020379|22000|setup-du|2022-11-15|medium|high|||wsus-extracts
KB5022370|22000|setup-du|2023-01-19|medium|high|||wsus-extracts
KB5023848|22000|setup-du|2023-03-28|medium|high|||wsus-extracts
KB5028312|22000|setup-du|2023-07-11|high|high|||wsus-extracts catalog-lists
KB5030326|22000|setup-du|2023-09-12|high|high|||wsus-extracts catalog-lists
KB5032305|22000|setup-du|2023-11-14|high|high|||wsus-extracts catalog-lists
KB5045527|22000|setup-du|<=2024-10-09|medium|medium|||catalog-lists
# 22621, safe-os-du
KB5017160|22621|safe-os-du|2022-09-20|medium|high|||wsus-extracts
KB5021041|22621|safe-os-du|2022-11-08|medium|high|||wsus-extracts
KB5022609|22621|safe-os-du|2023-01-26|medium|high|||wsus-extracts
KB5023527|22621|safe-os-du|2023-02-28|medium|high|||wsus-extracts
KB5031476|22621|safe-os-du|<=2023-10-11|high|high|||catalog-lists
KB5034234|22621|safe-os-du|2024-01-09|medium|medium|||catalog-lists
KB5044617|22621|safe-os-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046915|22621|safe-os-du|<=2024-11-13|medium|medium|||catalog-lists
KB5050200|22621|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5059281|22621|safe-os-du|2025-04-22|high|high|||catalog-lists
KB5059774|22621|safe-os-du|2025-05-27|high|high|||catalog-lists
KB5061090|22621|safe-os-du|2025-06-26|high|high|||catalog-lists
KB5062693|22621|safe-os-du|<=2025-07-09|medium|medium|||catalog-lists
KB5067019|22621|safe-os-du|<=2025-10-16|high|high|||catalog-lists
KB5069341|22621|safe-os-du|2025-11-11|high|high|10.0.22621.6197|KB5067019|catalog-lists du-6197
KB5072543|22621|safe-os-du|<=2025-12-11|medium|medium|||catalog-lists
KB5073454|22621|safe-os-du|<=2026-01-14|high|high|||catalog-lists
KB5076124|22621|safe-os-du|2026-02-10|high|high|10.0.22621.6630|KB5073454|catalog-lists du-6630
KB5078882|22621|safe-os-du|<=2026-03-11|medium|medium|||catalog-lists
KB5082242|22621|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5087594|22621|safe-os-du|2026-05-12|high|high|10.0.22621.7077||catalog-lists du-may-2026
KB5094156|22621|safe-os-du|<=2026-06-09|medium|medium|||catalog-lists
KB5099551|22621|safe-os-du|<=2026-07-14|medium|medium|||catalog-lists
KB5120250|22621|safe-os-du|<=2026-08-11|medium|medium|||catalog-lists
# 22621, setup-du
KB5016877|22621|setup-du|2022-09-20|medium|high|||wsus-extracts
KB5017590|22621|setup-du|2022-09-30|medium|high|||wsus-extracts
KB5019103|22621|setup-du|2022-10-25|medium|high|||wsus-extracts
KB5021310|22621|setup-du|2022-11-29|medium|high|||wsus-extracts
KB5022371|22621|setup-du|2023-01-26|medium|high|||wsus-extracts
KB5023360|22621|setup-du|2023-02-28|medium|high|||wsus-extracts
KB5030327|22621|setup-du|<=2023-09-13|medium|medium|||catalog-lists
KB5045525|22621|setup-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046906|22621|setup-du|<=2024-11-13|medium|medium|||catalog-lists
KB5062197|22621|setup-du|2025-06-26|high|high|||catalog-lists
KB5062683|22621|setup-du|<=2025-07-09|medium|medium|||catalog-lists
KB5071416|22621|setup-du|<=2025-12-11|medium|medium|||catalog-lists
KB5074208|22621|setup-du|<=2026-01-14|medium|medium|||catalog-lists
KB5077374|22621|setup-du|<=2026-02-11|medium|medium|||catalog-lists
KB5095971|22621|setup-du|<=2026-06-09|medium|medium|||catalog-lists
# 22621, du-unclassified
KB5028495|22621|du-unclassified|<=2023-08-16|low|low|||catalog-lists
KB5028554|22621|du-unclassified|<=2023-08-16|low|low|||catalog-lists
KB5029863|22621|du-unclassified|<=2023-08-23|low|low|||catalog-lists
KB5031656|22621|du-unclassified|<=2023-10-27|low|low|||catalog-lists
KB5031894|22621|du-unclassified|<=2023-10-27|low|low|||catalog-lists
KB5033205|22621|du-unclassified|<=2023-12-05|low|low|||catalog-lists
KB5033243|22621|du-unclassified|<=2023-11-15|low|low|||catalog-lists
KB5034535|22621|du-unclassified|<=2024-01-24|low|low|||catalog-lists
KB5036567|22621|du-unclassified|<=2024-03-27|low|low|||catalog-lists
KB5037739|22621|du-unclassified|<=2024-04-24|low|low|||catalog-lists
KB5037957|22621|du-unclassified|<=2024-05-30|low|low|||catalog-lists
KB5047137|22621|du-unclassified|<=2024-10-25|low|low|||catalog-lists
KB5052424|22621|du-unclassified|<=2025-02-12|low|low|||catalog-lists
KB5053485|22621|du-unclassified|<=2025-02-12|low|low|||catalog-lists
KB5054059|22621|du-unclassified|<=2025-03-26|low|low|||catalog-lists
KB5056378|22621|du-unclassified|<=2025-03-26|low|low|||catalog-lists
KB5056789|22621|du-unclassified|<=2025-04-09|low|low|||catalog-lists
# 26100, safe-os-du
KB5044612|26100|safe-os-du|<=2024-10-09|medium|medium|||catalog-lists
KB5046910|26100|safe-os-du|<=2024-11-13|medium|medium|||catalog-lists
KB5050119|26100|safe-os-du|<=2025-01-15|medium|medium|||catalog-lists
KB5059693|26100|safe-os-du|2025-05-28|high|high|||catalog-lists
KB5060843|26100|safe-os-du|2025-06-26|high|high|||catalog-lists
KB5062688|26100|safe-os-du|2025-07-08|high|high||KB5060843|catalog-lists du-successor
KB5067039|26100|safe-os-du|<=2025-10-15|medium|medium|||catalog-lists
KB5070186|26100|safe-os-du|2025-11-11|high|high|10.0.26100.7149||catalog-lists du-7149
KB5070762|26100|safe-os-du|2025-10|medium|high|||oct-2025-logs
KB5071844|26100|safe-os-du|<=2025-12-11|high|high|10.0.26100.7297||catalog-lists du-7297
KB5072537|26100|safe-os-du|<=2025-12-11|medium|medium|||catalog-lists
KB5074108|26100|safe-os-du|<=2026-01-14|high|high|10.0.26100.7618||catalog-lists du-7618
KB5083826|26100|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5089593|26100|safe-os-du|2026-05-12|high|high|10.0.26100.8455||catalog-lists du-may-2026
# 26100, setup-du
KB5045520|26100|setup-du|<=2024-10-09|medium|medium|||catalog-lists
KB5062233|26100|setup-du|<=2025-06-27|medium|medium|||catalog-lists
KB5062785|26100|setup-du|<=2025-07-09|medium|medium|||catalog-lists
KB5066683|26100|setup-du|<=2025-10-01|medium|medium|||catalog-lists
KB5068516|26100|setup-du|<=2025-10-29|medium|medium|||catalog-lists
# 26100, du-unclassified
KB5039448|26100|du-unclassified|<=2024-07-01|low|low|||catalog-lists
KB5041137|26100|du-unclassified|<=2024-07-01|low|low|||catalog-lists
KB5041178|26100|du-unclassified|<=2024-07-31|low|low|||catalog-lists
KB5041979|26100|du-unclassified|<=2024-07-31|low|low|||catalog-lists
KB5041980|26100|du-unclassified|<=2024-08-28|low|low|||catalog-lists
KB5042580|26100|du-unclassified|<=2024-08-28|low|low|||catalog-lists
KB5043353|26100|du-unclassified|<=2024-09-11|low|low|||catalog-lists
KB5043355|26100|du-unclassified|<=2024-09-11|low|low|||catalog-lists
KB5043934|26100|du-unclassified|<=2024-10-01|low|low|||catalog-lists
KB5044075|26100|du-unclassified|<=2024-10-01|low|low|||catalog-lists
KB5046339|26100|du-unclassified|<=2024-10-25|low|low|||catalog-lists
KB5047134|26100|du-unclassified|<=2024-11-22|low|low|||catalog-lists
KB5050758|26100|du-unclassified|<=2025-01-29|low|low|||catalog-lists
KB5053117|26100|du-unclassified|<=2025-01-29|low|low|||catalog-lists
KB5053143|26100|du-unclassified|<=2025-02-26|low|low|||catalog-lists
KB5053387|26100|du-unclassified|<=2025-02-26|low|low|||catalog-lists
KB5053424|26100|du-unclassified|<=2025-02-12|low|low|||catalog-lists
KB5053426|26100|du-unclassified|<=2025-02-12|low|low|||catalog-lists
KB5054686|26100|du-unclassified|<=2025-03-28|low|low|||catalog-lists
KB5054981|26100|du-unclassified|<=2025-03-28|low|low|||catalog-lists
KB5055643|26100|du-unclassified|<=2025-04-26|low|low|||catalog-lists
KB5055671|26100|du-unclassified|<=2025-04-09|low|low|||catalog-lists
KB5057781|26100|du-unclassified|<=2025-04-26|low|low|||catalog-lists
KB5059442|26100|du-unclassified|<=2025-05-14|low|low|||catalog-lists
KB5059806|26100|du-unclassified|<=2025-05-14|low|low|||catalog-lists
KB5060614|26100|du-unclassified|<=2025-05-29|low|low|||catalog-lists
KB5062839|26100|du-unclassified|<=2025-07-23|low|low|||catalog-lists
KB5063689|26100|du-unclassified|<=2025-07-23|low|low|||catalog-lists
KB5064097|26100|du-unclassified|<=2025-08-31|low|low|||catalog-lists
KB5065378|26100|du-unclassified|<=2025-08-31|low|low|||catalog-lists
KB5066687|26100|du-unclassified|<=2025-10-01|low|low|||catalog-lists
KB5066990|26100|du-unclassified|<=2025-09-10|low|low|||catalog-lists
KB5067040|26100|du-unclassified|<=2025-10-29|low|low|||catalog-lists
KB5074110|26100|du-unclassified|<=2026-01-30|low|low|||catalog-lists
KB5074111|26100|du-unclassified|<=2026-01-30|low|low|||catalog-lists
KB5077180|26100|du-unclassified|<=2026-02-11|low|low|||catalog-lists
KB5079270|26100|du-unclassified|<=2026-02-25|low|low|||catalog-lists
KB5079271|26100|du-unclassified|<=2026-02-25|low|low|||catalog-lists
KB5079471|26100|du-unclassified|<=2026-03-11|low|low|||catalog-lists
KB5081494|26100|du-unclassified|<=2026-03-27|low|low|||catalog-lists
KB5083482|26100|du-unclassified|<=2026-03-27|low|low|||catalog-lists
KB5084812|26100|du-unclassified|<=2026-05-03|low|low|||catalog-lists
KB5087583|26100|du-unclassified|<=2026-05-03|low|low|||catalog-lists
KB5092765|26100|du-unclassified|<=2026-05-26|low|low|||catalog-lists
KB5094149|26100|du-unclassified|<=2026-06-09|low|low|||catalog-lists
KB5095615|26100|du-unclassified|<=2026-06-23|low|low|||catalog-lists
KB5096038|26100|du-unclassified|<=2026-05-26|low|low|||catalog-lists
KB5101719|26100|du-unclassified|<=2026-07-14|low|low|||catalog-lists
KB5102117|26100|du-unclassified|<=2026-07-28|low|low|||catalog-lists
KB5102558|26100|du-unclassified|<=2026-06-23|low|low|||catalog-lists
KB5106056|26100|du-unclassified|<=2026-07-14|low|low|||catalog-lists
KB5106084|26100|du-unclassified|<=2026-07-28|low|low|||catalog-lists
KB5121002|26100|du-unclassified|<=2026-08-11|low|low|||catalog-lists
# 28000, safe-os-du
KB5083817|28000|safe-os-du|<=2026-04-15|medium|medium|||catalog-lists
KB5089591|28000|safe-os-du|2026-05-12|high|high|10.0.28000.2110||catalog-lists du-may-2026
# 28000, du-unclassified
KB5078169|28000|du-unclassified|<=2026-02-25|low|low|||catalog-lists
KB5079463|28000|du-unclassified|<=2026-03-11|low|low|||catalog-lists
KB5081151|28000|du-unclassified|<=2026-03-27|low|low|||catalog-lists
KB5083990|28000|du-unclassified|<=2026-03-27|low|low|||catalog-lists
KB5083991|28000|du-unclassified|<=2026-05-03|low|low|||catalog-lists
KB5089592|28000|du-unclassified|<=2026-05-26|low|low|||catalog-lists
KB5095185|28000|du-unclassified|<=2026-06-09|low|low|||catalog-lists
KB5095186|28000|du-unclassified|<=2026-06-23|low|low|||catalog-lists
KB5096160|28000|du-unclassified|<=2026-05-26|low|low|||catalog-lists
KB5101717|28000|du-unclassified|<=2026-07-14|low|low|||catalog-lists
KB5101718|28000|du-unclassified|<=2026-07-28|low|low|||catalog-lists
KB5106083|28000|du-unclassified|<=2026-07-28|low|low|||catalog-lists
KB5120999|28000|du-unclassified|<=2026-08-11|low|low|||catalog-lists
`;
