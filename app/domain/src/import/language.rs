//! Languages by their code or their name in any of the languages that lists are written in.

use super::fold;
use std::collections::HashMap;
use std::sync::OnceLock;

/// One language a line: its English name, its codes, then what others call it, folded.
const LANGUAGES: &str = "\
afrikaans af afr afrikaaans
albanian sq sqi alb albanisch albanais albanes albanese albanees albanski shqip albansk albanska
amharic am amh amharisch amharique amarico amhaars amharski amharisk
arabic ar ara arabisch arabe arabo arabski arabisk arabiska arabia العربية
armenian hy hye arm armenisch armenien armenio armeno armeens ormianski armensk
azerbaijani az aze aserbaidschanisch azeri azerbaidjanais azerbayano azero
basque eu eus baq baskisch vasco euskera euskara basco baskijski
belarusian be bel belarussisch weissrussisch bielorusse bielorruso bielorusso bialoruski
bengali bn ben bengalisch bangla bengalese bengals bengalski বাংলা
bosnian bs bos bosnisch bosniaque bosnio bosniaco bosniacki bosanski bosnisk
bulgarian bg bul bulgarisch bulgare bulgaro bulgaars bulgarski bulgarisk bulgariska български
burmese my mya birmanisch birman birmano birmaans birmanski
catalan ca cat katalanisch catala catalao catalano catalaans katalonski katalansk
chinese zh zho chi chinesisch chinois chino chines cinese chinees chinski kinesisk kinesiska kiina mandarin mandarino mandarijn cantonese 中文 汉语 普通话
croatian hr hrv kroatisch croate croata croato kroatisch chorwacki hrvatski kroatisk kroatiska kroatia
czech cs ces cze tschechisch tcheque checo ceco tsjechisch czeski cestina cesky tjekkisk tjeckiska tsjekkisk tsekki
danish da dan danisch daenisch danois danes danese deens dunski dansk danska tanska
dutch nl nld nederlands niederlandisch niederlaendisch hollandisch neerlandais neerlandes holandes hollandais olandese holandski niderlandzki nederlandsk nederlandska hollanti vlaams flemish flamisch flamand
english en eng englisch anglais ingles inglese engels angielski engelsk engelska englanti
estonian et est estnisch estonien estonio estone ests estonski eesti estnisk estniska viro
filipino fil tl tgl tagalog philippinisch filipin
finnish fi fin finnisch finnois finlandais finlandes finlandese fins finski suomi finsk finska
french fr fra fre franzosisch franzoesisch francais frances francese frans francuski fransk franska ranska
galician gl glg galicisch galicien gallego galego galiziano
georgian ka kat geo georgisch georgien georgiano gruzinski ქართული
german de deu ger deutsch allemand aleman alemao tedesco duits niemiecki tysk tyska saksa nemecky
greek el ell gre griechisch grec griego grego greco grieks grecki graesk grekiska gresk kreikka ελληνικα
gujarati gu guj gujarati goudjerati
hausa ha hau haoussa
hebrew he iw heb hebraisch hebraeisch hebreu hebreo ebraico hebreeuws hebrajski hebraisk hebreiska heprea עברית
hindi hi hin हिन्दी
hungarian hu hun ungarisch hongrois hungaro ungherese hongaars wegierski magyar ungarsk ungerska unkari
icelandic is isl ice islandisch islandais islandes islandese ijslands islandzki islenska islandsk islandska
igbo ig ibo
indonesian id ind indonesisch indonesien indonesio indonesiano indonezyjski bahasa indonesia indonesisk
irish ga gle irisch irlandais irlandes irlandese iers irlandzki gaeilge irsk gaelic
italian it ita italienisch italien italiano italiaans wloski italiensk italienska italia
japanese ja jpn japanisch japonais japones giapponese japans japonski japansk japanska japani 日本語
kannada kn kan
kazakh kk kaz kasachisch kazajo kazaco kazachski
khmer km khm kambodschanisch
korean ko kor koreanisch coreen coreano koreaans koreanski koreansk koreanska korea 한국어
kurdish ku kur kurdisch kurde kurdo curdo koerdisch kurdyjski kurdisk
lao lo laotisch
latvian lv lav lettisch letton leton lettone lets lotewski latviesu lettisk lettiska latvia
lithuanian lt lit litauisch lituanien lituano litouws litewski lietuviu litauisk litauiska liettua
luxembourgish lb ltz luxemburgisch luxembourgeois
macedonian mk mkd mac mazedonisch macedonien macedonio macedone macedonski
malay ms msa may malaiisch malais malayo malese malajski
malayalam ml mal
maltese mt mlt maltesisch maltais maltes maltanski
marathi mr mar marathi
mongolian mn mon mongolisch mongol mongolo
nepali ne nep nepalesisch nepalais
norwegian no nb nn nor nob nno norwegisch norvegien noruego noruegues norvegese noors norweski norsk norska norja bokmal nynorsk
pashto ps pus paschtu pachto pastun
persian fa fas per farsi persisch persan persa persiano perzisch perski dari persisk persiska فارسی
polish pl pol polnisch polonais polaco polonais polacco pools polski polsk polska puola
portuguese pt por portugiesisch portugais portugues portoghese portugees portugalski portugisisk portugisiska portugali brasileiro
punjabi pa pan panjabi pendjabi
romanian ro ron rum rumanisch rumaenisch roumain rumano romeno rumeno roemeens rumunski romana rumaensk rumanska moldavian
russian ru rus russisch russe ruso russo rosyjski russisk ryska venaja русский
serbian sr srp serbisch serbe serbio servio serbo servisch serbski srpski serbisk serbiska serbia
sinhala si sin singhalesisch sinhalese
slovak sk slk slo slowakisch slovaque eslovaco slovacco slowaaks slowacki slovencina slovensky slovakisk slovakiska slovakki
slovenian sl slv slovene slowenisch slovene esloveno sloveno sloveens slowenski slovenscina slovensk slovenska
somali so som somalisch somalien somalo
spanish es spa spanisch espagnol espanol espanhol spagnolo spaans hiszpanski spansk spanska espanja castellano castilian
swahili sw swa kiswahili suaheli suahili
swedish sv swe schwedisch suedois sueco svedese zweeds szwedzki svenska svensk ruotsi
tamil ta tam tamoul
telugu te tel telougou
thai th tha thailandisch thailandais tailandes thailandese
turkish tr tur turkisch tuerkisch turc turco turks turecki turkce tyrkisk turkiska turkki
ukrainian uk ukr ukrainisch ukrainien ucraniano ucraino oekraiens ukrainski ukrainsk ukrainska украинська
urdu ur urd ourdou
uzbek uz uzb usbekisch
vietnamese vi vie vietnamesisch vietnamien vietnamita vietnamees wietnamski vietnamesisk
welsh cy cym wel walisisch gallois gales gallese walijski cymraeg
yiddish yi yid jiddisch
yoruba yo yor
zulu zu zul isizulu
xhosa xh xho isixhosa
sign-language asl bsl dgs gebardensprache";

/// The English name in lower case where the language is known, else what was written, in lower case. A level behind
/// it ("German (B2)", "French: fluent", "pt-BR") is left out.
pub fn canonical(text: &str) -> String {
    let bare = text.split(['(', ':', '[']).next().unwrap_or(text).trim();
    let bare = bare.split(" - ").next().unwrap_or(bare).trim();
    if let Some(name) = known(bare) {
        return name.to_owned();
    }
    // "en-US", "de_AT", "Brazilian Portuguese", "English fluent", "Deutsch B2", "British English".
    let words: Vec<&str> = bare.split([' ', '-', '_', '.']).filter(|word| !word.is_empty()).collect();
    let by_code =
        words.first().filter(|word| word.len() == 2 && bare.len() <= 6).and_then(|word| known(word));
    let mut by_name = words.iter().filter(|word| word.chars().count() > 3).filter_map(|word| known(word));
    match (by_code, by_name.next(), by_name.next()) {
        (Some(name), _, _) | (None, Some(name), None) => name.to_owned(),
        _ => bare.to_lowercase(),
    }
}

/// Whether `text` names a language.
pub fn is_known(text: &str) -> bool {
    known(text.trim()).is_some() || known(&canonical(text)).is_some()
}

fn known(word: &str) -> Option<&'static str> {
    static ALL: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = HashMap::new();
        for line in LANGUAGES.lines() {
            let name = line.split(' ').next().unwrap_or(line);
            for word in line.split(' ') {
                all.entry(fold(word)).or_insert(name);
            }
        }
        all
    });
    all.get(&fold(word)).copied()
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn a_language_has_one_name() {
        for (text, expect) in [
            ("English", "english"),
            ("Deutsch", "german"),
            ("sw", "swahili"),
            ("fa", "persian"),
            ("da", "danish"),
            ("Español", "spanish"),
            ("français", "french"),
            ("niemiecki", "german"),
            ("pt-BR", "portuguese"),
            ("en_US", "english"),
            ("German (B2)", "german"),
            ("French: fluent", "french"),
            ("Brazilian Portuguese", "portuguese"),
            ("Englisch - fließend", "english"),
            ("العربية", "arabic"),
            ("Klingon", "klingon"),
            ("Türkçe", "turkish"),
            ("ta", "tamil"),
        ] {
            assert_eq!(canonical(text), expect, "{text}");
        }
    }
}
