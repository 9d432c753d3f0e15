//! Numbers that changed places are found where a word beside each is known, and nothing is said elsewhere.

use taiyaku_language::model::{Rule, Side};

use super::{Base, Direction, found, marked};

/// Pairs with two numbers, and the same translation with the two numbers exchanged.
const PAIRS: &str = include_str!("exchanged.tsv");

/// The words of the base: what the numbers of the pairs are numbers of.
const WORDS: &str = "雄=male 雌=female 投与群=treated group 偽薬群=placebo group 上限=upper limit 下限=lower limit 北岸=north shore 南岸=south shore \
    施肥前=before fertilization 施肥後=after it 温度=temperature 圧力=pressure アカガエル=brown frog ヒキガエル=toad 右眼=right eye 左眼=left eye \
    教授=professor 准教授=associate professor 幅=wide 高さ=high 最高気温=high 最低気温=low 窒素=nitrogen 酸素=oxygen 都市部=urban area \
    農村部=rural area 子ども=child 保護者=parent 感度=sensitivity 特異度=specificity 内径=inner diameter 外径=outer diameter 夏季=summer \
    冬季=winter 野生型=wild type 変異体=mutant 賛成=in favor 反対=against 陽子=proton 中性子=neutron 東側の壁=east wall 西側の壁=west wall \
    入院患者=inpatient 外来患者=outpatient 電圧=voltage 電流=current 平均値=mean 中央値=median 昼行性=diurnal 夜行性=nocturnal 日本=Japan \
    韓国=South Korea 第1期=first term 第2期=second 酸性条件=acidic condition アルカリ性条件=alkaline condition 親星=primary 伴星=companion \
    前翅=forewing 後翅=hindwing 肝臓=liver 腎臓=kidney 正答=correct answer 誤答=incorrect 塩濃度=salt concentration 糖濃度=sugar concentration \
    火星=Mars 月=Moon 新品種=new cultivar 在来品種=traditional one 査読者=reviewer 編集者=editor 満潮=high tide 干潮=low tide 森林=forest \
    農地=farmland 石器=stone tool 土器=pottery 手術時間=operation 出血量=blood loss 国内=in Japan 海外=overseas 男性=men 女性=women \
    心拍数=heart rate 呼吸数=respiratory rate 導入前=before introduction 導入後=after it 乾燥地=dry land 湿地=wetland 赤い花=red flower \
    白い花=white flower 物理学=physics 化学=chemistry 縦=high 横=wide 対照区=control plot 遮光区=shaded plot 看護師=nurse 医師=physician \
    融点=melting point 沸点=boiling point 上層=upper layer 下層=lower layer 欧州=Europe アフリカ=Africa 母親=mother 父親=father 男子=boy \
    女子=girl 左棟=left wing 右棟=right wing 屋内=indoors 屋外=outdoors 陽極=anode 陰極=cathode ネコ=cat イヌ=dog ヘリックス=helix \
    ストランド=strand 設備=equipment 人件費=staff 先の噴火=earlier eruption 後の噴火=later one 野生のハチ=wild bee ミツバチ=honeybee \
    東の断層=eastern fault 西の断層=western fault テスト用=test set 学習用=training set 成体=adult 幼体=juvenile 適合率=precision 再現率=recall \
    内側の惑星=inner planet 外側の惑星=outer 午前の部=morning session 夜の部=evening session 輸出=export 輸入=import";

fn base(way: Direction) -> Base {
    let pairs: Vec<(String, String)> = WORDS
        .split_inclusive('=')
        .zip(WORDS.split('=').skip(1))
        .map(|(head, rest)| {
            let japanese = head.trim_end_matches('=').rsplit(' ').next().unwrap_or_default();
            // Up to the next Japanese word.
            let english = rest
                .rsplit_once(' ')
                .filter(|_| rest.contains(|c: char| !c.is_ascii()))
                .map_or(rest, |(english, _)| english);
            (format!("ja:{japanese}"), format!("en:{}", english.trim()))
        })
        .collect();
    let names: Vec<[&str; 2]> = pairs.iter().map(|(ja, en)| [ja.as_str(), en.as_str()]).collect();
    let concepts: Vec<&[&str]> = names.iter().map(<[&str; 2]>::as_slice).collect();
    Base::new(way, &concepts)
}

#[test]
fn exchanged_numbers_are_found_and_right_ones_left() {
    let (mut all, mut hits, mut false_alarms, mut missed) = (0, 0, Vec::new(), Vec::new());
    for (word, way) in [("ja-en", Direction::IntoEnglish), ("en-ja", Direction::IntoJapanese)] {
        let base = base(way);
        for row in PAIRS.lines().skip(1).filter(|row| row.starts_with(word)) {
            let fields: Vec<&str> = row.split('\t').collect();
            let [_, source, target, exchanged] = fields.as_slice() else { panic!("{row}") };
            all += 1;
            let findings = |target| found(Rule::Numbers, &base, way, &[(*source, target)]);
            if !findings(*target).is_empty() {
                false_alarms.push(format!("{target} {:?}", findings(*target)));
            }
            match findings(*exchanged).as_slice() {
                [one] if one.message.contains("changed places") => {
                    hits += 1;
                    let pair = [(*source, *exchanged)];
                    assert!(
                        !marked(one, Side::Source, &pair).is_empty() && marked(one, Side::Target, &pair).contains('·')
                    );
                }
                _ => missed.push((*source).to_owned()),
            }
        }
    }
    assert_eq!(false_alarms, Vec::<String>::new());
    assert!(hits * 100 >= all * 75, "{hits} of {all}; not judged: {missed:#?}");
}

#[test]
fn nothing_is_said_where_no_word_beside_a_number_is_known() {
    for way in [Direction::IntoEnglish, Direction::IntoJapanese] {
        let base = Base::new(way, &[&["ja:雄", "en:male"]]);
        for (ja, en) in [
            ("雄は14頭、雌は23頭である。", "There were 23 males and 14 females."),
            ("塩を3 g、糖を5 g加えた。", "We added 5 g of salt and 3 g of sugar."),
            ("3と5の和", "The sum of 5 and 3"),
        ] {
            let pair = if way == Direction::IntoEnglish { (ja, en) } else { (en, ja) };
            assert_eq!(found(Rule::Numbers, &base, way, &[pair]), [], "{ja}");
        }
    }
}

#[test]
fn letters_names_years_and_dates_tell_numbers_apart() {
    let base = Base::new(Direction::IntoEnglish, &[]);
    for (ja, right, wrong) in [
        (
            "A群は30匹、B群は45匹とした。",
            "Group A had 30 animals and group B 45.",
            "Group A had 45 animals and group B 30.",
        ),
        ("IL-6は12、IL-8は40だった。", "IL-6 was 12 and IL-8 was 40.", "IL-6 was 40 and IL-8 was 12."),
        (
            "4月に60 mm、7月に130 mmの雨。",
            "Rain: 60 mm in April, 130 mm in July.",
            "Rain: 130 mm in April, 60 mm in July.",
        ),
        (
            "2010年は21件、2015年は34件。",
            "There were 21 in 2010 and 34 in 2015.",
            "There were 34 in 2010 and 21 in 2015.",
        ),
    ] {
        assert_eq!(found(Rule::Numbers, &base, Direction::IntoEnglish, &[(ja, right)]), [], "{right}");
        let findings = found(Rule::Numbers, &base, Direction::IntoEnglish, &[(ja, wrong)]);
        assert_eq!(findings.len(), 1, "{wrong}");
    }
}
