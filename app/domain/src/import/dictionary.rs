//! How lists call their columns, in the languages of their authors. Written folded (see [`super::fold()`]): lower case,
//! no accents, words parted by spaces.

use super::Field::{self, *};

/// Whole headings, by what they hold. English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, the Nordic
/// languages, and the plainest words of some others. The first of two equal ones counts.
pub(super) const HEADINGS: &[(Field, &str)] = &[
    (
        FirstName,
        "first name|firstname|first|fname|given name|givenname|given names|forename|forenames|christian name|preferred name|preferred first name|known as|middle name|middle names|vorname|vornamen|rufname|prenom|prenoms|prenom usuel|nombre de pila|primer nombre|segundo nombre|nombres|primeiro nome|nome proprio|prenome|nome di battesimo|voornaam|voornamen|roepnaam|imie|imiona|pierwsze imie|drugie imie|fornamn|tilltalsnamn|fornavn|etunimi|kutsumanimi|krestni jmeno|prenume|adi|keresztnev|utonev|eiginnafn|eesnimi|vards|vardas|krstne meno|ime",
    ),
    (
        LastName,
        "last name|lastname|last|lname|surname|family name|familyname|second name|nachname|familienname|zuname|nachnamen|nom de famille|nom d usage|nom usuel|patronyme|apellido|apellidos|primer apellido|segundo apellido|apellido paterno|apellido materno|sobrenome|sobrenomes|apelido|apelidos|ultimo nome|nome de familia|cognome|achternaam|familienaam|tussenvoegsel|tussenvoegsels|voorvoegsel|nazwisko|efternamn|slaktnamn|efternavn|etternavn|slektsnavn|sukunimi|prijmeni|priezvisko|nume de familie|soyad|soyadi|soyisim|vezeteknev|perekonnanimi|uzvards|pavarde|prezime",
    ),
    (
        Name,
        "name|full name|fullname|display name|displayname|employee name|employee|colleague|person|person name|participant|participant name|contact|contact name|member|member name|name and surname|name surname|surname and name|first and last name|first name and last name|last name first name|surname first name|first name last name|vor und nachname|vor und zuname|vorname und nachname|vorname nachname|nachname vorname|name vorname|vorname name|vollstandiger name|voller name|mitarbeiter|mitarbeitername|mitarbeiterin|mitarbeiter in|mitarbeitende|mitarbeitende r|teilnehmer|teilnehmerin|teilnehmer in|teilnehmende|teilnehmende r|anzeigename|beschaftigte|beschaftigter|nom|nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|nom affiche|collaborateur|collaboratrice|participante|employe|salarie|personne|nombre|nombre completo|nombre y apellido|nombre y apellidos|apellidos y nombre|apellidos nombre|nombre apellidos|empleado|empleada|persona|nome|nome completo|nome e sobrenome|nome e apelido|colaborador|colaboradora|funcionario|funcionaria|pessoa|trabalhador|nome e cognome|cognome e nome|nome cognome|cognome nome|nominativo|dipendente|partecipante|collaboratore|collaboratrice|naam|volledige naam|voor en achternaam|naam medewerker|medewerker|deelnemer|werknemer|persoon|imie i nazwisko|nazwisko i imie|imie nazwisko|nazwisko imie|pelne imie i nazwisko|pracownik|uczestnik|osoba|namn|fullstandigt namn|hela namnet|for och efternamn|medarbetare|anstalld|deltagare|navn|fulde navn|fuldt navn|fullt navn|for og efternavn|for og etternavn|fornavn og efternavn|fornavn og etternavn|medarbejder|medarbeider|ansatt|deltager|deltaker|nimi|koko nimi|tyontekija|osallistuja|jmeno|cele jmeno|jmeno a prijmeni|meno|meno a priezvisko|nume|nume complet|nume si prenume|ad|ad soyad|adi soyadi|isim|isim soyisim|nev|teljes nev|nafn|ime i prezime",
    ),
    (
        Email,
        "e mail|email|mail|e mail address|email address|mail address|mailaddress|emailaddress|e mail id|email id|work email|work e mail|business email|business e mail|company email|company e mail|corporate email|office email|primary email|contact email|internet address|upn|user principal name|userprincipalname|e mail adresse|email adresse|mailadresse|emailadresse|mail adresse|geschaftliche e mail|dienstliche e mail|dienstliche e mail adresse|geschaftliche e mail adresse|firmen e mail|e mail geschaftlich|e mail dienstlich|courriel|courriel professionnel|mel|adresse mail|adresse e mail|adresse email|adresse electronique|adresse courriel|adresse de courriel|adresse de messagerie|e mail professionnel|email professionnel|mail professionnel|correo|correo electronico|correo e|direccion de correo|direccion de correo electronico|direccion email|direccion de email|email corporativo|correo corporativo|correo laboral|correo de empresa|endereco de e mail|endereco de email|endereco email|endereco eletronico|correio|correio eletronico|correio electronico|e mail corporativo|e mail institucional|email institucional|e mail profissional|posta elettronica|indirizzo e mail|indirizzo email|indirizzo mail|indirizzo di posta elettronica|email aziendale|e mail aziendale|mail aziendale|posta|e mailadres|emailadres|mailadres|e mail adres|zakelijk e mailadres|werk e mail|adres e mail|adres email|adres mailowy|e mail sluzbowy|email sluzbowy|mail sluzbowy|adres poczty elektronicznej|poczta elektroniczna|poczta|e post|epost|e postadress|epostadress|mejl|mejladress|mailadress|jobbmejl|e postadresse|epostadresse|arbejdsmail|jobb e post|sahkoposti|sahkopostiosoite|s posti|emailova adresa|mailova adresa|emailovy adresa|adresa de email|e posta|eposta|e posta adresi|email cim|e mail cim|netfang|e pasts|el pastas",
    ),
    (
        ExternalId,
        "employee id|employeeid|employee number|employee no|employee nr|employee num|staff id|staff number|staff no|personnel number|personnel no|personnel id|payroll number|payroll no|payroll id|worker id|worker number|person id|person number|external id|externalid|associate id|badge|badge id|badge number|emp id|empid|emp no|hr id|hrid|student id|student number|member id|member number|sap id|sap number|workday id|user id|userid|uid|personalnummer|personal nr|personalnr|personal nummer|pers nr|persnr|pnr|mitarbeiternummer|mitarbeiter nr|mitarbeiternr|mitarbeiter id|mitarbeiterid|ma nr|ma nummer|stammnummer|matrikelnummer|personen id|externe id|matricule|numero de matricule|n matricule|identifiant|identifiant rh|id employe|numero employe|numero d employe|id salarie|numero de salarie|id collaborateur|id externe|numero de empleado|n de empleado|no de empleado|n empleado|num empleado|nro de empleado|id empleado|id de empleado|codigo de empleado|codigo empleado|legajo|identificador|matricula|numero de funcionario|n de funcionario|numero mecanografico|id funcionario|id do funcionario|id colaborador|id do colaborador|codigo do funcionario|numero do colaborador|matricola|numero matricola|codice dipendente|id dipendente|numero dipendente|codice persona|personeelsnummer|personeelsnr|medewerkernummer|medewerker id|medewerkersnummer|medewerkernr|stamnummer|numer pracownika|nr pracownika|id pracownika|numer kadrowy|numer ewidencyjny|nr ewidencyjny|numer osobowy|identyfikator|anstallningsnummer|anstallningsnr|anstallnings id|anstallningsid|personal id|medarbetar id|medarbejdernummer|medarbejder nr|medarbejdernr|medarbejder id|lonnummer|lonnr|ansattnummer|ansattnr|ansatt nr|ansatt id|ansattid|henkilonumero|tyontekijanumero|henkilostonumero|tyontekija id|osobni cislo|id zamestnance|marca|sicil no|torzsszam",
    ),
    (
        Manager,
        "manager|line manager|direct manager|people manager|reporting manager|hiring manager|manager email|manager e mail|managers email|manager s email|manager mail|manager email address|manager name|manager id|manager employee id|supervisor|supervisor email|supervisor e mail|supervisor name|boss|reports to|reporting to|report to|reports to email|superior|team lead|team leader|teamlead|head|fuhrungskraft|fuehrungskraft|e mail fuhrungskraft|fuhrungskraft e mail|direkte fuhrungskraft|vorgesetzter|vorgesetzte|vorgesetzte r|vorgesetzter in|direkter vorgesetzter|vorgesetzten e mail|e mail vorgesetzter|berichtet an|chef|chefin|leiter|leitung|teamleiter|teamleitung|teamleiterin|gruppenleiter|disziplinarische fuhrungskraft|responsable|responsable hierarchique|responsable direct|superieur|superieure|superieur hierarchique|superieur direct|n 1|mail du responsable|mail du manager|email du manager|e mail du manager|email du responsable|rattache a|rend compte a|rapporte a|encadrant|jefe|jefa|jefe directo|jefe inmediato|supervisora|superior directo|gerente|encargado|correo del jefe|correo del responsable|correo del supervisor|email del responsable|email del jefe|reporta a|depende de|gestor|gestora|gestor direto|gestor imediato|chefe|chefia|chefia direta|lider|lider direto|superior imediato|superior hierarquico|e mail do gestor|email do gestor|email do chefe|responde a|responsabile|responsabile diretto|capo|capo diretto|superiore|supervisore|email responsabile|e mail responsabile|riporta a|riferisce a|leidinggevende|direct leidinggevende|e mail leidinggevende|leidinggevende e mail|rapporteert aan|teamleider|przelozony|przelozona|bezposredni przelozony|kierownik|menedzer|manadzer|szef|e mail przelozonego|email przelozonego|raportuje do|lider zespolu|narmaste chef|narmsta chef|rapporterar till|gruppchef|chefens e post|leder|naermeste leder|refererer til|lederens e mail|rapporterer til|teamleder|naermeste overordnede|overordnet|esimies|esihenkilo|lahiesimies|lahiesihenkilo|nadrizeny|vedouci|superior ierarhic|yonetici|felettes|vezeto",
    ),
    (
        Team,
        "team|team name|department|department name|dept|division|unit|business unit|organisational unit|organizational unit|org unit|orgunit|group|function|squad|area|section|faculty|school|abteilung|abt|bereich|geschaftsbereich|organisationseinheit|orgeinheit|einheit|gruppe|referat|ressort|fachbereich|fakultat|sparte|equipe|service|departement|direction|unite|pole|section|entite|equipo|departamento|area|unidad|unidad de negocio|division|seccion|grupo|facultad|direccion|setor|secao|seccao|unidade|unidade de negocio|time|divisao|area de negocio|gruppo|squadra|reparto|dipartimento|settore|divisione|funzione|unita|unita organizzativa|struttura|afdeling|groep|onderdeel|eenheid|bedrijfsonderdeel|dienst|dzial|zespol|departament|jednostka|jednostka organizacyjna|pion|oddzial|wydzial|sekcja|obszar|avdelning|enhet|grupp|arbetslag|hold|enhed|sektion|kontor afdeling|avdeling|gruppe|seksjon|osasto|tiimi|yksikko|ryhma|oddeleni|utvar|tym|echipa|departman|bolum|takim|osztaly|csapat|deild",
    ),
    (
        Location,
        "location|office|office location|work location|site|city|town|country|country code|place|region|base|based in|workplace|campus|state|standort|arbeitsort|dienstort|einsatzort|ort|stadt|land|buro|buero|niederlassung|filiale|wohnort|werk|lieu|lieu de travail|site de travail|ville|pays|bureau|localisation|implantation|agence|etablissement|ubicacion|ciudad|pais|oficina|sede|lugar|lugar de trabajo|localidad|localizacion|centro de trabajo|centro|delegacion|localizacao|cidade|escritorio|local|local de trabalho|localidade|filial|citta|paese|nazione|ufficio|luogo|luogo di lavoro|localita|filiale|stabilimento|locatie|werklocatie|stad|kantoor|vestiging|plaats|standplaats|woonplaats|lokalizacja|miasto|kraj|panstwo|biuro|miejsce|miejsce pracy|miejscowosc|ort|stad|kontor|plats|arbetsort|arbetsplats|stationeringsort|sted|by|lokation|arbejdssted|lokasjon|arbeidssted|sijainti|kaupunki|maa|toimipiste|toimisto|paikkakunta|lokalita|mesto|zeme|krajina|pobocka|locatie|oras|tara|sehir|ulke|konum|varos|orszag|telephely|stadur",
    ),
    (
        Job,
        "job|job title|jobtitle|title|position|position title|occupation|profession|designation|current role|current position|current job|current job title|job role|job function|job name|role title|business title|beruf|berufsbezeichnung|position|funktion|stelle|stellenbezeichnung|stellentitel|jobtitel|jobbezeichnung|titel|tatigkeit|tatigkeitsbezeichnung|aktuelle position|aufgabe|poste|poste actuel|poste occupe|fonction|metier|intitule du poste|intitule de poste|emploi|titre|titre du poste|puesto|puesto de trabajo|puesto actual|cargo|cargo actual|profesion|ocupacion|titulo|titulo del puesto|funcion|cargo atual|funcao|profissao|posicao|ocupacao|mansione|posizione|professione|qualifica|incarico|lavoro|ruolo aziendale|ruolo professionale|titolo|functie|functietitel|functienaam|beroep|functieomschrijving|stanowisko|stanowisko pracy|nazwa stanowiska|zawod|tytul|funkcja|befattning|tjanst|titel|yrke|yrkestitel|arbetsroll|stilling|stillingsbetegnelse|jobtitel|erhverv|tittel|stillingstittel|yrke|tehtavanimike|tehtava|ammatti|titteli|tyonimike|pozice|pracovni pozice|pozicia|functia|functie|pozisyon|unvan|beosztas|munkakor|starf|starfsheiti",
    ),
    (
        Role,
        "role|program role|programme role|role in programme|role in program|role in the programme|role in the program|mentoring role|mentorship role|mentor or mentee|mentor mentee|mentee or mentor|mentee mentor|participant type|participant role|participation|participation type|participating as|joining as|join as|taking part as|i want to be|i want to join as|i am a|i would like to be|sign up as|signing up as|registering as|applying as|apply as|type|kind|rolle|programmrolle|mentoring rolle|rolle im programm|rolle im mentoring|mentor oder mentee|mentor in oder mentee|teilnahme als|teilnahmeart|art der teilnahme|nimmt teil als|ich mochte teilnehmen als|typ|art|role dans le programme|mentor ou mentore|mentore ou mentor|mentor ou mentee|type de participant|type de participation|participe en tant que|en tant que|rol|rol en el programa|papel|papel en el programa|tipo|tipo de participante|mentor o mentee|mentor o mentorizado|participa como|participacion|papel no programa|funcao no programa|tipo de participacao|mentor ou mentorado|ruolo|ruolo nel programma|partecipa come|tipo di partecipazione|mentore o mentee|rol in het programma|deelname als|neemt deel als|mentor of mentee|rola|rola w programie|mentor lub mentee|uczestniczy jako|rodzaj uczestnika|roll|roll i programmet|deltar som|mentor eller adept|mentor eller mentee|rolle i programmet|deltager som|rooli|rooli ohjelmassa|mentori vai aktori|rol v programu|role v programu",
    ),
    (
        SkillsOffered,
        "skills offered|offered skills|offers|offering|what i offer|can help with|can help|i can help with|able to help with|happy to help with|can teach|i can teach|can offer|i can offer|can mentor|can mentor in|can mentor on|can support with|can share|willing to share|to share|teaches|knows|strengths|key strengths|strong in|expertise|area of expertise|areas of expertise|expert in|skills to share|skills to teach|mentoring topics|mentoring areas|topics offered|specialities|specialties|speciality|specialty|specialisation|specialization|bietet|bietet an|biete|ich biete|angebot|angebotene kompetenzen|angebotene fahigkeiten|angebotene themen|angebotene skills|skills angeboten|kann helfen bei|kann helfen mit|ich kann helfen bei|kann unterstutzen bei|kann vermitteln|kann weitergeben|kann beibringen|starken|expertise in|fachgebiet|fachgebiete|expertengebiete|wissensgebiete|spezialgebiete|themen als mentor|schwerpunkte|peut aider|peut aider sur|peut aider avec|je peux aider|peut enseigner|peut transmettre|peut partager|competences offertes|competences proposees|competences a partager|propose|offre|domaines d expertise|domaine d expertise|points forts|specialites|puede ayudar con|puede ayudar en|puedo ayudar con|puedo ayudar en|puede ensenar|puedo ensenar|ofrece|habilidades ofrecidas|habilidades que ofrece|competencias ofrecidas|conocimientos ofrecidos|experto en|areas de experiencia|areas de especialidad|fortalezas|puntos fuertes|especialidad|especialidades|pode ajudar com|pode ajudar em|posso ajudar com|pode ensinar|oferece|habilidades oferecidas|competencias oferecidas|areas de especialidade|areas de expertise|pontos fortes|especialidades|puo aiutare con|puo aiutare in|posso aiutare con|puo insegnare|competenze offerte|offre|punti di forza|aree di competenza|aree di esperienza|esperto in|specializzazione|specializzazioni|kan helpen met|kan helpen bij|ik kan helpen met|biedt|biedt aan|aangeboden vaardigheden|aangeboden competenties|sterke punten|expertisegebieden|specialisme|specialismen|vakgebied|moze pomoc w|moze pomoc|moge pomoc w|oferuje|oferowane umiejetnosci|oferowane kompetencje|specjalizacja|specjalizacje|mocne strony|obszary ekspertyzy|obszary wiedzy|moze nauczyc|kan hjalpa till med|kan hjalpa med|erbjuder|erbjudna kompetenser|erbjudna fardigheter|styrkor|kan lara ut|expertomraden|specialomraden|kan hjaelpe med|tilbyder|tilbudte kompetencer|tilbudte faerdigheder|styrker|ekspertise|ekspertomrader|kan hjelpe med|tilbyr|tilbudte ferdigheter|tilbudt kompetanse|voi auttaa|voin auttaa|tarjoaa|tarjotut taidot|asiantuntemus|vahvuudet|muze pomoci s|nabizi",
    ),
    (
        SkillsWanted,
        "skills wanted|wanted skills|wanted|wants|wants to learn|want to learn|i want to learn|would like to learn|i would like to learn|likes to learn|to learn|learning needs|skills needed|needs|needs help with|need help with|help needed|looking for|seeking|seeks|wants help with|would like help with|areas to develop|areas for development|areas of development|development areas|development needs|areas to improve|areas for improvement|areas of improvement|growth areas|skills to develop|skills to learn|skills to improve|skills sought|desired skills|topics wanted|topics to learn|mochte lernen|ich mochte lernen|will lernen|ich will lernen|sucht|ich suche|suche|lernwunsche|lernwunsch|lernbedarf|lernfelder|themenwunsche|wunschthemen|gesuchte kompetenzen|gesuchte fahigkeiten|gesuchte skills|skills gesucht|gewunschte kompetenzen|gewunschte fahigkeiten|gewunschte skills|gewunschte themen|entwicklungsfelder|entwicklungsbedarf|entwicklungsthemen|braucht hilfe bei|braucht unterstutzung bei|wunscht sich|souhaite apprendre|je souhaite apprendre|veut apprendre|aimerait apprendre|competences souhaitees|competences recherchees|competences a developper|competences a acquerir|a developper|besoins|besoin d aide|recherche|cherche|axes de developpement|axes de progres|quiere aprender|quiero aprender|desea aprender|le gustaria aprender|me gustaria aprender|habilidades deseadas|habilidades buscadas|habilidades a desarrollar|competencias deseadas|busca|necesita|necesidades|areas de mejora|areas de desarrollo|quer aprender|quero aprender|gostaria de aprender|deseja aprender|habilidades desejadas|competencias desejadas|competencias a desenvolver|procura|precisa de ajuda|necessidades|areas de desenvolvimento|areas de melhoria|vuole imparare|voglio imparare|vorrebbe imparare|vorrei imparare|desidera imparare|competenze desiderate|competenze richieste|competenze cercate|competenze da sviluppare|cerca|bisogni|aree di sviluppo|aree di miglioramento|wil leren|ik wil leren|zou willen leren|graag leren|gewenste vaardigheden|gewenste competenties|gezochte vaardigheden|zoekt|ontwikkelpunten|leerwensen|leerbehoeften|ontwikkelgebieden|chce sie nauczyc|chcialby sie nauczyc|chcialaby sie nauczyc|chce sie uczyc|chce nauczyc sie|szuka|poszukuje|poszukiwane umiejetnosci|pozadane umiejetnosci|potrzeby|potrzebuje pomocy|obszary rozwoju|obszary do rozwoju|vill lara sig|vill lara|jag vill lara mig|onskade kompetenser|onskade fardigheter|soker|behov|utvecklingsomraden|vil laere|vil gerne laere|onsker at laere|onskede kompetencer|onskede faerdigheder|soger|udviklingsomrader|onsker a laere|onskede ferdigheter|onsket kompetanse|soker hjelp|utviklingsomrader|haluaa oppia|haluan oppia|toivotut taidot|kehityskohteet|kehittamiskohteet|oppimistarpeet|chce se naucit|hleda",
    ),
    (
        Skills,
        "skills|skill|skill set|skillset|skills and competencies|key skills|competencies|competences|competence|competency|topic|topics|tags|tag|technology|technologies|tech stack|stack|knowledge|subject|subjects|keywords|programming languages|programming language|mentoring topic|fahigkeit|fahigkeiten|faehigkeiten|kompetenz|kompetenzen|kenntnisse|fachkenntnisse|thema|themen|schlagworte|stichworte|technologien|programmiersprachen|savoir faire|sujet|sujets|theme|themes|thematiques|connaissances|aptitudes|mots cles|langages de programmation|habilidad|habilidades|competencias|tema|temas|conocimientos|destrezas|tecnologias|palabras clave|lenguajes de programacion|conhecimentos|aptidoes|temas|palavras chave|competenza|competenze|abilita|temi|argomenti|conoscenze|tecnologie|vaardigheid|vaardigheden|competenties|kennis|onderwerp|onderwerpen|trefwoorden|umiejetnosc|umiejetnosci|kompetencje|temat|tematy|wiedza|technologie|slowa kluczowe|kompetens|kompetenser|fardighet|fardigheter|kunskaper|amne|amnen|kompetence|kompetencer|faerdighed|faerdigheder|emne|emner|ferdighet|ferdigheter|kompetanse|taito|taidot|osaaminen|aihe|aiheet|dovednosti|zrucnosti|competente|beceriler|keszsegek",
    ),
    (
        Goals,
        "goal|goals|objective|objectives|aim|aims|career goal|career goals|career aspirations|career objectives|aspirations|development goal|development goals|learning goal|learning goals|learning objectives|mentoring goals|programme goals|program goals|personal goals|professional goals|expectations|desired outcomes|ziel|ziele|karriereziel|karriereziele|entwicklungsziel|entwicklungsziele|lernziel|lernziele|berufliche ziele|personliche ziele|erwartungen|objectif|objectifs|buts|attentes|objectifs de carriere|objectifs professionnels|objectifs de developpement|aspirations|objetivo|objetivos|metas|meta|metas profesionales|objetivos profesionales|expectativas|aspiraciones|objetivos profissionais|objetivos de carreira|aspiracoes|obiettivo|obiettivi|obiettivi professionali|obiettivi di carriera|aspettative|traguardi|doel|doelen|leerdoel|leerdoelen|doelstelling|doelstellingen|verwachtingen|ambities|carrieredoelen|cel|cele|cele zawodowe|cele rozwojowe|cele kariery|oczekiwania|mal|malsattning|malsattningar|karriarmal|utvecklingsmal|forvantningar|mal for forlobet|karrieremal|udviklingsmal|laeringsmal|forventninger|utviklingsmal|tavoite|tavoitteet|uratavoitteet|odotukset|cil|cile|ciele|obiective|hedefler|celok",
    ),
    (
        Interests,
        "interest|interests|area of interest|areas of interest|topics of interest|fields of interest|hobby|hobbies|passions|interests and hobbies|hobbies and interests|interesse|interessen|interessengebiete|interessensgebiete|hobbys|freizeit|freizeitinteressen|interet|interets|centre d interet|centres d interet|loisirs|passions|passe temps|interes|intereses|areas de interes|aficiones|pasatiempos|interesses|areas de interesse|passatempos|interessi|aree di interesse|passioni|hobby s|interessegebieden|interesses|zainteresowania|hobby|obszary zainteresowan|intresse|intressen|intresseomraden|fritidsintressen|interesser|interesseomrader|fritidsinteresser|hobbyer|kiinnostus|kiinnostuksen kohteet|kiinnostukset|harrastukset|zajmy|konicky|interese|ilgi alanlari",
    ),
    (
        Languages,
        "language|languages|spoken language|spoken languages|languages spoken|speaks|preferred language|preferred languages|mentoring language|language skills|working languages|lang|sprache|sprachen|sprachkenntnisse|gesprochene sprachen|spricht|fremdsprachen|korrespondenzsprache|bevorzugte sprache|langue|langues|langues parlees|langue parlee|langue preferee|parle|idioma|idiomas|lengua|lenguas|idiomas hablados|idioma preferido|habla|lingua|linguas|idiomas falados|linguas faladas|fala|lingue|lingue parlate|lingue conosciute|parla|taal|talen|gesproken talen|talenkennis|spreekt|voorkeurstaal|jezyk|jezyki|jezyki obce|znajomosc jezykow|jezyki komunikacji|sprak|spraken|talade sprak|sprakkunskaper|sprog|talte sprog|sprogkundskaber|snakker|sprakkunnskaper|kieli|kielet|kielitaito|puhutut kielet|jazyk|jazyky|limba|limbi|limbi vorbite|dil|diller|nyelv|nyelvek|tungumal",
    ),
    (
        TimeZone,
        "time zone|timezone|time zones|tz|zone|iana time zone|utc offset|local time zone|zeitzone|zeit zone|fuseau horaire|fuseau|zone horaire|zona horaria|huso horario|huso|fuso horario|fuso|fuso orario|zona oraria|tijdzone|strefa czasowa|strefa|tidszon|tidszone|tidssone|aikavyohyke|casove pasmo|casova zona|fus orar|saat dilimi|idozona|timabelti",
    ),
    (
        Availability,
        "availability|availabilities|available|available times|available hours|available time|time available|time commitment|commitment|hours|hours per month|hours a month|hours per week|times|time slots|schedule|preferred times|preferred time|meeting times|verfugbarkeit|verfuegbarkeit|verfugbarkeiten|verfugbar|zeitlich verfugbar|zeitliche verfugbarkeit|zeiten|zeitbudget|zeitaufwand|stunden pro monat|stunden|disponibilite|disponibilites|disponible|horaires|temps disponible|heures par mois|disponibilidad|horario|horarios|tiempo disponible|horas|horas al mes|disponibilidade|horario disponivel|tempo disponivel|horas por mes|disponibilita|orari|orario|ore|ore al mese|tempo disponibile|beschikbaarheid|beschikbaar|beschikbare tijd|uren|uren per maand|dostepnosc|godziny|godziny w miesiacu|czas|dostepny czas|tillganglighet|tillganglig|tider|timmar|timmar per manad|tilgaengelighed|timer|timer om maneden|timer pr maned|tilgjengelighet|timer per maned|saatavuus|kaytettavissa|kaytettavyys|tunnit|aikataulu|dostupnost|disponibilitate|musaitlik|elerhetoseg",
    ),
    (
        Meeting,
        "meeting|meetings|meeting preference|meeting preferences|preferred meeting|preferred meeting mode|preferred meeting format|meeting format|meeting mode|meeting type|meeting style|how to meet|how they like to meet|how would you like to meet|meet|mode|mode of meeting|format|online or in person|remote or in person|in person or online|contact preference|treffen|treffpunkt|treffart|art der treffen|art des treffens|meetingpraferenz|meeting praferenz|meetings bevorzugt|bevorzugte treffen|bevorzugtes format|gesprachsform|austauschformat|form der treffen|prasenz oder online|rencontre|rencontres|format de rencontre|mode de rencontre|type de rencontre|reunions|mode d echange|format des echanges|preference de rencontre|entretiens|reunion|reuniones|encuentro|encuentros|modalidad|modalidad de reunion|modalidad de encuentro|preferencia de reunion|formato|formato de reunion|presencial u online|reunioes|encontro|encontros|modalidade|modalidade de encontro|preferencia de reuniao|preferencia de encontro|formato de reuniao|incontro|incontri|modalita|modalita di incontro|modalita incontri|preferenza incontri|riunioni|formato incontri|ontmoeting|ontmoetingen|afspraken|overleg|overlegvorm|bijeenkomst|voorkeur ontmoeting|voorkeur voor ontmoeting|ontmoetingsvorm|spotkanie|spotkania|forma spotkan|forma spotkania|tryb spotkan|preferowana forma spotkan|sposob spotkan|mote|moten|motesform|motesformat|motespreferens|traffar|traff|moder|mode form|modeform|modepraeference|modetype|moter|moteform|motepreferanse|tapaaminen|tapaamiset|tapaamistapa|tapaamismuoto|schuzky|setkani|intalniri|gorusme|talalkozo",
    ),
    (
        Style,
        "style|working style|work style|communication style|mentoring style|learning style|preferred style|arbeitsstil|arbeitsweise|kommunikationsstil|stil|mentoring stil|style de travail|style de communication|style de mentorat|estilo|estilo de trabajo|estilo de comunicacion|estilo de trabalho|estilo de comunicacao|stile|stile di lavoro|stile di comunicazione|werkstijl|stijl|communicatiestijl|styl|styl pracy|styl komunikacji|arbetsstil|kommunikationsstil|arbejdsstil|arbeidsstil|kommunikasjonsstil|tyotyyli|tyoskentelytapa|viestintatyyli",
    ),
    (
        Pronouns,
        "pronouns|pronoun|preferred pronouns|personal pronouns|gender pronouns|pronomen|bevorzugte pronomen|pronoms|pronom|pronombres|pronomes|pronomi|voornaamwoorden|aanspreekvorm|zaimki|preferowane zaimki|pronominer|pronomit|zajmena",
    ),
    (
        Capacity,
        "capacity|mentee capacity|mentoring capacity|mentor capacity|mentees|mentees max|max mentees|maximum mentees|max number of mentees|maximum number of mentees|number of mentees|no of mentees|mentee places|mentee slots|mentees wanted|how many mentees|places|free places|available places|slots|open slots|spots|seats|kapazitat|kapazitaet|mentoring kapazitat|maximale mentees|maximale anzahl mentees|max anzahl mentees|anzahl mentees|anzahl der mentees|mentee anzahl|mentees maximal|platze|plaetze|freie platze|menteeplatze|mentee platze|capacite|capacite d accueil|places disponibles|nombre de mentores|nombre max de mentores|nombre maximum de mentores|nombre de mentees|mentores max|max mentores|nombre de places|capacidad|capacidad de mentoria|plazas|numero de mentees|numero de mentorizados|maximo de mentees|maximo de mentorizados|max mentorizados|mentorizados|cupo|cupos|capacidade|vagas|numero de mentorados|maximo de mentorados|max mentorados|mentorados|capacita|posti|posti disponibili|numero di mentee|numero mentee|massimo mentee|mentee max|max mentee|numero massimo di mentee|capaciteit|plaatsen|aantal mentees|max aantal mentees|maximaal aantal mentees|aantal plaatsen|pojemnosc|liczba miejsc|miejsca|liczba mentees|liczba mentee|liczba podopiecznych|maks liczba mentees|maksymalna liczba mentees|maksymalna liczba podopiecznych|maks podopiecznych|limit mentees|kapacitet|platser|antal platser|antal adepter|antal mentees|max antal adepter|max adepter|pladser|antal pladser|max mentees|kapasitet|plasser|antall plasser|antall mentees|antall adepter|maks antall mentees|maks mentees|kapasiteetti|paikat|paikkoja|aktorien maara|aktoreita|aktoreita enintaan|montako aktoria|kapacita|pocet mentees|capacitate|kapasite|kapacitas",
    ),
    (
        Seniority,
        "seniority|seniority level|level|grade|job level|job grade|career level|career stage|experience level|level of experience|stufe|karrierestufe|karrierelevel|karriereebene|senioritat|senioritatslevel|erfahrungsstufe|erfahrungslevel|berufsstufe|hierarchiestufe|niveau|niveau d experience|niveau hierarchique|seniorite|echelon|nivel|nivel profesional|nivel de experiencia|nivel de senioridad|categoria|categoria profesional|senioridad|nivel profissional|nivel de senioridade|senioridade|nivel de carreira|livello|livello di esperienza|livello professionale|inquadramento|niveau ervaring|ervaringsniveau|functieniveau|senioriteit|poziom|poziom doswiadczenia|poziom stanowiska|szczebel|senioralnosc|niva|senioritet|senioritetsniva|erfarenhetsniva|karriarniva|erfaringsniveau|karriereniveau|erfaringsniva|karriereniva|taso|kokemustaso|urataso|uroven|nivelul|seviye|kidem|szint",
    ),
    (
        Experience,
        "experience|years of experience|years experience|experience years|experience in years|yoe|years|years in profession|years in industry|professional experience|work experience|erfahrung|berufserfahrung|jahre erfahrung|erfahrung in jahren|jahre berufserfahrung|berufserfahrung in jahren|berufserfahrung jahre|berufsjahre|jahre|annees d experience|annee d experience|experience professionnelle|experience en annees|annees|anciennete|experiencia|anos de experiencia|experiencia en anos|experiencia profesional|antiguedad|anos|experiencia profissional|anos de servico|esperienza|anni di esperienza|esperienza in anni|esperienza professionale|anzianita|anni|ervaring|jaren ervaring|aantal jaren ervaring|werkervaring|doswiadczenie|lata doswiadczenia|doswiadczenie w latach|staz|staz pracy|lata pracy|erfarenhet|ars erfarenhet|ar av erfarenhet|antal ars erfarenhet|arbetslivserfarenhet|yrkeserfarenhet|erfaring|ars erfaring|erhvervserfaring|anciennitet|antal ars erfaring|arbeidserfaring|antall ars erfaring|ansiennitet|kokemus|tyokokemus|kokemusvuodet|tyokokemus vuosina|praxe|roky praxe|experienta|deneyim|tapasztalat",
    ),
    (
        Biography,
        "bio|biography|short bio|short biography|about|about me|about you|about myself|introduction|self introduction|short introduction|profile|profile text|background|description|self description|personal statement|tell us about yourself|biografie|kurzbiografie|kurzbiographie|uber mich|ueber mich|vorstellung|kurzvorstellung|selbstbeschreibung|kurzprofil|profil|beschreibung|werdegang|lebenslauf|biographie|a propos|a propos de moi|presentation|courte presentation|parcours|description|biografia|sobre mi|acerca de|acerca de mi|presentacion|perfil|descripcion|trayectoria|sobre mim|sobre|apresentacao|descricao|percurso|su di me|chi sono|presentazione|profilo|descrizione|percorso|over mij|over jezelf|profiel|omschrijving|voorstelling|achtergrond|o mnie|o sobie|opis|biogram|notka biograficzna|krotki opis|om mig|om dig|biografi|beskrivning|kort presentation|beskrivelse|praesentation|om meg|biografi|presentasjon|kort om meg|esittely|kuvaus|tietoja minusta|tietoa minusta|o mne|despre mine|hakkimda|bemutatkozas",
    ),
    (
        Mentor,
        "mentor|is mentor|mentor yes no|wants to be a mentor|wants to mentor|mentorin|mentor in|als mentor|ist mentor|mentor ja nein|est mentor|es mentor|e mentor|mentore|mentora|is een mentor|jest mentorem|ar mentor|er mentor|mentori",
    ),
    (
        Mentee,
        "mentee|is mentee|mentee yes no|wants to be a mentee|wants a mentor|wants mentoring|als mentee|ist mentee|mentee ja nein|est mentore|mentoree|mentorado|mentorizado|es mentee|e mentee|mentorato|is een mentee|jest mentee|podopieczny|adept|ar adept|er mentee|aktori",
    ),
    (
        Ignore,
        "row in the file|why it was refused|note|notes|remark|remarks|comment|comments|internal notes|start date|hire date|date of hire|joined|joining date|entry date|start|end|end date|timestamp|start time|completion time|last modified time|created|updated|date|birthday|birth date|date of birth|gender|sex|salutation|title prefix|phone|phone number|telephone|tel|mobile|mobile phone|cell|fax|status|active|company|cost centre|cost center|legal entity|address|street|zip|postcode|photo|picture|linkedin|consent|score|points|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|kommentare|notiz|notizen|eintrittsdatum|eintritt|einstellungsdatum|beginn|geburtsdatum|geschlecht|anrede|akademischer titel|telefon|telefonnummer|handy|mobil|mobiltelefon|kostenstelle|firma|gesellschaft|adresse|plz|remarque|remarques|commentaire|commentaires|date d entree|date d embauche|date d arrivee|date de naissance|sexe|genre|civilite|telephone|portable|mobile|entreprise|societe|statut|centre de cout|nota|notas|observacion|observaciones|comentario|comentarios|fecha de alta|fecha de ingreso|fecha de incorporacion|fecha de inicio|fecha de nacimiento|sexo|genero|telefono|movil|empresa|estado|centro de coste|observacao|observacoes|comentarios|data de admissao|data de inicio|data de entrada|data de nascimento|telefone|telemovel|celular|centro de custo|note interne|osservazioni|commenti|commento|data di assunzione|data assunzione|data di inizio|data di nascita|sesso|genere|cellulare|azienda|societa|stato|centro di costo|opmerking|opmerkingen|notitie|notities|datum in dienst|startdatum|indiensttreding|geboortedatum|geslacht|aanhef|telefoon|telefoonnummer|mobiel|bedrijf|kostenplaats|uwagi|uwaga|komentarz|komentarze|notatki|data zatrudnienia|data rozpoczecia|data urodzenia|plec|telefon komorkowy|firma|status|centrum kosztow|anteckning|anteckningar|kommentar|kommentarer|anstallningsdatum|startdatum|fodelsedatum|kon|mobilnummer|foretag|kostnadsstalle|bemaerkning|bemaerkninger|noter|note|ansaettelsesdato|startdato|fodselsdato|kon|virksomhed|merknad|merknader|notater|ansettelsesdato|kjonn|selskap|huomautus|huomautukset|kommentit|aloituspaiva|syntymaaika|sukupuoli|puhelin|yritys|poznamka|poznamky",
    ),
];

/// Words of question-like headings ("Which skills would you like to learn?"): each alternative lists beginnings of
/// words that all have to occur. The first rule that fits counts.
pub(super) const QUESTIONS: &[(Field, &str)] = &[
    (
        Ignore,
        "consent|agree|privacy|gdpr|datenschutz|einverstand|rgpd|consentement|consentimiento|privacidad|zgoda|samtycke|samtykke|birth|geburt|naissance|nacimiento|nascimento|nascita|urodz|fodel|fodsel|phone|telefon|telephone",
    ),
    (
        Manager,
        "manager|line manager|supervisor|fuhrungskraft|vorgesetzt|responsable|superieur|jefe|gestor|responsabile|leidinggevende|przeloz|narmaste chef|naermeste leder|esihenkilo|esimies",
    ),
    (
        Capacity,
        "how many mentee|many mentees|number mentee|max mentee|mentee capacit|wie viele mentee|anzahl mentee|combien mentor|nombre mentor|cuantos mentor|quantos mentor|quanti mentee|hoeveel mentee|ile mentee|ilu mentee|ilu podopieczn|hur manga adept|hur manga mentee|hvor mange mentee|hvor mange adept|kuinka monta aktor|montako aktor",
    ),
    (
        Experience,
        "years experience|how many years|jahre erfahrung|annees experience|anos experiencia|anni esperienza|jaren ervaring|lat doswiadczenia|ar erfarenhet|ars erfaring",
    ),
    (Role, "mentor mentee|mentor adept|mentor mentorado|mentor mentorizado|mentor aktori|mentor podopieczny"),
    (
        TimeZone,
        "time zone|timezone|zeitzone|fuseau|zona horaria|fuso|tijdzone|strefa|tidszon|tidssone|tidszone|aikavyohyke",
    ),
    (
        SkillsWanted,
        "learn|improve|develop skill|need help|looking for|would like help|want help|lernen|weiterentwickeln|verbessern|hilfe brauch|apprendre|ameliorer|developper|progresser|aprender|mejorar|desarrollar|melhorar|desenvolver|imparare|migliorare|sviluppare|leren|verbeteren|ontwikkelen|nauczyc|uczyc|rozwinac|rozwijac|lara|utveckla|laere|udvikle|utvikle|oppia|kehittaa|skill want|skill need",
    ),
    (
        SkillsOffered,
        "can help|could help|help others|help with|teach|can offer|able offer|offer skill|share|expertise|strength|experience in which|bieten|anbieten|helfen|unterstutzen|weitergeben|vermitteln|starken|aider|enseigner|transmettre|partager|proposer|ayudar|ensenar|ofrecer|compartir|ajudar|ensinar|oferecer|partilhar|compartilhar|aiutare|insegnare|offrire|condividere|helpen|aanbieden|delen|pomoc|zaoferowac|oferowac|podzielic|hjalpa|erbjuda|dela|hjaelpe|tilbyde|hjelpe|tilby|auttaa|tarjota|jakaa|skill offer",
    ),
    (Skills, "programming language|programmiersprache"),
    (
        Languages,
        "language|speak|sprache|sprechen|langue|parlez|idioma|hablas|falas|lingue|lingua|parli|taal|talen|spreek|jezyk|sprak|sprog|kieli|kielia|kielet",
    ),
    (
        Goals,
        "goal|objective|achieve|aspiration|expect|hope to get|ziel|erreichen|erwart|objectif|attente|atteindre|objetivo|lograr|alcanzar|alcancar|obiettiv|raggiungere|doelen|bereiken|verwacht|cele|osiagnac|oczek|mal|uppna|opna|oppna|tavoit",
    ),
    (
        Interests,
        "interest|hobb|passion|freizeit|loisir|aficion|passatempo|zainteres|intress|fritid|harrast|kiinnost",
    ),
    (
        Meeting,
        "meet|treffen|rencontr|reunir|encuentro|encontro|reuni|incontr|ontmoet|afspreken|spotk|traffa|motas|mode|motes|tavata",
    ),
    (
        Availability,
        "availab|when time|how much time|how often|hours|verfugbar|wie viel zeit|wie oft|disponib|combien temps|cuanto tiempo|quanto tempo|beschikba|hoeveel tijd|dostep|ile czasu|tillgang|hur mycket tid|tilgaeng|tilgjeng|hvor meget tid|hvor mye tid",
    ),
    (Email, "mail|email|courriel|correo eletronic|correio eletronic|sahkoposti|epost|e post"),
    (
        ExternalId,
        "employee id|employee number|staff number|personnel number|personalnummer|mitarbeiternummer|matricule|matricola",
    ),
    (FirstName, "first name|given name|vorname|prenom|voornaam|imie|fornamn|fornavn|etunimi"),
    (
        LastName,
        "last name|surname|family name|nachname|familienname|apellido|sobrenome|cognome|achternaam|nazwisko|efternamn|efternavn|etternavn|sukunimi",
    ),
    (
        Name,
        "full name|your name|what name|wie heisst|voller name|nom complet|nombre completo|nome completo|volledige naam|imie nazwisko|hela namn|fulde navn|fullt navn|koko nimi",
    ),
    (Pronouns, "pronoun|pronom|zaimk"),
    (
        Seniority,
        "seniorit|career level|experience level|karrierestufe|niveau experience|nivel experiencia|livello esperienza",
    ),
    (
        Team,
        "team|department|abteilung|equipe|departement|departamento|reparto|afdeling|dzial|avdelning|avdeling|osasto",
    ),
    (
        Location,
        "where based|where located|which office|which city|office|location|standort|lieu travail|ubicacion|localizacao|sede lavoro|locatie|lokalizacja|toimipiste",
    ),
    (
        Job,
        "job title|current role|current position|your role|job|position|beruf|poste|puesto|cargo|mansione|functie|stanowisko|befattning|stilling|tehtava",
    ),
    (
        Skills,
        "skill|competenc|topic|fahigkeit|kompetenz|kenntnis|themen|connaissance|habilidad|conocimiento|vaardighe|competent|umiejet|kompeten|fardighet|ferdighet|faerdighed|taidot|taitoja",
    ),
    (
        Biography,
        "about yourself|about you|describe yourself|introduce|uber dich|uber sich|stell dich|presentez|presentate|presentati|vertel over|opowiedz|beratta om dig|fortael om dig|fortell om deg|kerro itsestasi",
    ),
    (Style, "working style|work style|communication style|arbeitsstil|style travail|estilo trabajo"),
];

/// Words that lists add to a heading without changing what it means.
pub(super) const FILLERS: &str = "your|my|our|the|a|an|of|in|for|employee|employees|participant|participants|participant s|member|person|people|primary|please|optional|required|mandatory|current|mentor|mentors|mentee|mentees|ihre|ihr|dein|deine|bitte|der|die|das|des|votre|vos|de|du|la|le|les|l|d|su|sus|tu|el|los|las|del|seu|sua|teu|tua|do|da|o|os|as|il|lo|i|gli|tuo|uw|je|jouw|het|van|din|dit|dine|ditt|twoj|twoje|column|field|value|list|csv|1|2|3|4|5|6|7|8|9|10";

/// Headings that mean little by themselves: what their cells hold decides.
pub(super) const NUMBERS: &str = "id|no|nr|n|number|nummer|numero|numer|num|nro|lfd nr|lfdnr|lp|ref|reference|code|codigo|codice|key|kennung|index|row|zeile|rang|pos";
/// "Name" beside "First name" is the last name, and the other way round.
pub(super) const NAMES: &str =
    "name|nom|nombre|nome|naam|navn|namn|nimi|jmeno|meno|nume|nev|ad|isim|nafn|ime|nazwa";
