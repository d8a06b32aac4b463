/** Sentences by which `reg query` and PowerShell say that a key or value is not there, in the languages that we know. */
const NOT_FOUND =
  /unable to find|cannot find|could not find|does not exist|nicht finden|n['’]a pas (?:pu )?trouv|introuvable|no (?:ha )?(?:pudo|podido) encontrar|no se (?:encuentra|encontró)|impossibile trovare|não (?:conseguiu|foi possível) encontrar|não foi encontrad|niet vinden|nie może odnaleźć|nie można odnaleźć|nenalezl|nemůže nalézt|nenašiel|nem találja|не удалось найти|не найден|не удается найти|не вдалося знайти|не може знайти|bulamad|bulunamad|δεν (?:ήταν δυνατή η εύρεση|μπόρεσε να βρει|βρέθηκε)|見つかりません|找不到|찾을 수 없|לא (?:הצליחה )?למצוא|לא נמצא|تعذر (?:على النظام )?العثور|لم يتم العثور/i;
const DENIED =
  /access|denied|zugriff|accès|acceso|accesso|acesso|toegang|dostęp|přístup|hozzáférés|доступ|erişim|アクセス|拒绝访问|存取被拒|액세스/i;

/** Whether the line says that what was asked for is not there; a refusal says nothing of that. */
export function saysNotFound(text: string): boolean {
  return text.length < 300 && NOT_FOUND.test(text) && !DENIED.test(text);
}
