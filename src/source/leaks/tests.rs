use super::{LeakKind, leaks, leaks_of_plan, masked, masked_part};
use crate::source::{Limits, Source, Span, read};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// What is found in a text: of which kind, and the part of the text.
fn found(text: &str) -> Vec<(LeakKind, &str)> {
    leaks(text).into_iter().map(|leak| (leak.what, &text[leak.at.range()])).collect()
}

#[track_caller]
fn finds(what: LeakKind, text: &str, part: &str) {
    assert_eq!(found(text), [(what, part)], "{text}");
}

#[track_caller]
fn finds_nothing(texts: &[&str]) {
    for text in texts {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn phone_numbers_after_a_plus() {
    for number in [
        "+41791234567",
        "+41 79 123 45 67",
        "+41 (0)79 123 45 67",
        "+41 (0) 79 123 45 67",
        "+1 (555) 123-4567",
        "+1-555-123-4567",
        "+49.30.1234567",
        "+49 30/1234567",
        "+12345678",
        "+123456789012345",
        "+ 41 79 123 45 67",
        "+(41) 79 123 45 67",
        "+000 000 00000",
        "＋41 79 123 45 67",
        "+٤١ ٧٩ ١٢٣ ٤٥ ٦٧",
        "+41\u{a0}79\u{202f}123\u{2009}45\u{2011}67",
    ] {
        finds(LeakKind::Phone, number, number);
        finds(LeakKind::Phone, &format!("Call {number}, then wait."), number);
        finds(LeakKind::Phone, &format!("(tel:{number})"), number);
    }
    // Fewer than 8 digits, more than 15 in one, two signs between them.
    finds_nothing(&[
        "+1234567",
        "+41 79 123",
        "+1234567890123456",
        "+41  791 234 56",
        "+ of 12345678",
        "C++11",
    ]);
}

#[test]
fn phone_numbers_from_a_zero_or_a_bracket() {
    for number in [
        "0791234567",
        "079 123 45 67",
        "079-123-45-67",
        "079.123.45.67",
        "079/123 45 67",
        "079_123_45_67",
        "0041 79 123 45 67",
        "00 41 79 123 45 67",
        "01.42.27.05.03",
        "01 02 20 27 05",
        "012345678",
        "(079) 123 45 67",
        "(079)1234567",
        "(0)791234567",
        "(555) 123-4567",
        "(555 123 4567",
        "(55) 5123-4567",
        "(5551234567",
        "(0791230000",
        "(555 123 456",
        "(555-1234567",
        "0 79 123 45 67",
        "0 800 123 456",
        "0.79 123 45 67",
        "0800-1234 5678",
        "（０７９）１２３４５６７",
        "٠٧٩ ١٢٣ ٤٥ ٦٧",
        "۰۹۱۲۳۴۵۶۷۸۹",
        "०९८७६५४३२१",
    ] {
        finds(LeakKind::Phone, number, number);
        finds(LeakKind::Phone, &format!("Call {number}, then wait."), number);
        finds(LeakKind::Phone, &format!("tel:{number}"), number);
        finds(LeakKind::Phone, &format!("2027-01-05 {number}"), number);
        finds(LeakKind::Phone, &format!("{number} 2027-01-05"), number);
    }
    // A digit before the zero or the bracket; fewer than 9 digits; two signs; a bracket behind a digit.
    finds_nothing(&[
        "10791234567",
        "01234567",
        "079  123 45 67",
        "079 - 12 34 56",
        "f2(123) 456789",
        "079, 1234567",
    ]);
    finds(LeakKind::Phone, "2 0791234567", "0791234567");
    finds(LeakKind::Phone, "41 079 123 456", "079 123 456");
}

#[test]
fn numbers_side_by_side_are_all_masked() {
    assert_eq!(masked("+41 79 123 45 67 079 123 45 67."), "•••.");
    assert_eq!(masked("079 123 45 67 / 079 123 45 68"), "••• / •••");
    assert_eq!(masked("+41 79 123 45 67 or +41 79 123 45 68"), "••• or •••");
    assert_eq!(masked("\u{202a}+41 79\u{200b} 123 45 67\u{202c}"), "\u{202a}•••\u{202c}");
}

#[test]
fn days_hours_and_amounts_are_no_phone_numbers() {
    finds_nothing(&[
        "2027-01-05",
        "2027-01-05 2027-02-06",
        "2027-01-05/2027-02-06",
        "2027-01-05-2027-02-06",
        "05.01.2027-06.02.2027",
        "05/01/2027 06/02/2027 07/03/2027",
        "from 05.01.2027 08.30-10.00 to 06.01.2027 09.00",
        "01/2027-12/2028",
        "2027-01/2027-12",
        "01.02.27-05.03.27",
        "01.02-05.02 08.03-09.03",
        "2027-2028",
        "(2027-2028 2028-2029)",
        "(2027-01-05 2027-02-05)",
        "(10.00-12.00 14.00-16.00)",
        "08:00-09:30 10:00-11:30",
        "08.00-10.00 14.00-16.00",
        "0800-1000 1400-1600",
        "1 000 000 000",
        "12.000.000.000",
        "1_000_000_000",
        "1\u{202f}000\u{202f}000\u{202f}000.50",
        "5 000 000-6 000 000",
        "(100 000 000)",
        "(120000000)",
        "(1000000-2000000)",
        "(50000-100000)",
        "123456789012",
        "1000000000",
        "0.123456789",
        "1.0123456789",
        "1.05 1.10 1.15 1.20",
        "1.0.0, 2.10.3",
        "12'000'000'000",
        "step-1000000000, step-1000000001",
    ]);
}

#[test]
fn e_mail_addresses() {
    for address in [
        "heron@example.org",
        "heron.k+camp@mail.example.co.uk",
        "a@b.io",
        "h_e-r%on@ex-ample.org",
        "хе́рон@пример.рф",
        "用户@例子.公司",
        "कबूतर@उदाहरण.भारत",
        "heron@xn--exmple-cua.xn--p1ai",
        "heron＠example．org",
        "heron@münchen.example",
    ] {
        finds(LeakKind::Email, address, address);
        finds(LeakKind::Email, &format!("Ask <{address}>."), address);
        finds(LeakKind::Email, &format!("\"{address}\", or wait"), address);
        finds(LeakKind::Email, &format!("mailto:{address}?subject=x"), address);
    }
    finds_nothing(&[
        "@heron",
        "heron@",
        "heron@home",
        "5 @ 2.50",
        "5@2.50",
        "a@b.c",
        "a@.org",
        "@@",
        "x @example.org",
        "a@b..org",
    ]);
    finds(LeakKind::Email, "0791234567@example.org", "0791234567@example.org");
}

#[test]
fn coordinates() {
    for place in [
        "12.3456, 45.6789",
        "12.3456,45.6789",
        "-1.2921, 36.8219",
        "12.3456 45.6789",
        "12.3456; 45.6789",
        "12.3456/45.6789",
        "0.0000, 0.0000",
        "12.345, -7.891",
        "14.123, 2.456",
        "145.1234, -37.5678",
        "48,8566; 2,3522",
        "48,8566, 2,3522",
        "12.34° N, 7.89° E",
        "12.34°N 7.89°E",
        "12.34N, 7.89W",
        "N 12.345 E 7.891",
        "N12.345, W7.891",
        "12°34'56\"N 7°8'9\"E",
        "12° 34′ 56″ N, 7° 08′ 09″ W",
        "12°34'N 7°08'E",
        "12°34.567'S 007°08.910'O",
        "N 12° 34.567' E 007° 08.910'",
        "12 34 56 N 7 08 09 E",
        "12 34.567 N, 7 8.9 E",
        "12°34'56\", 7°8'9\"",
        "12.345°, 7.891°",
        "12.34 north, 7.89 East",
        "12°N, 7°E",
        "lat 12.34 lon 7.89",
        "lat: 12.34, lng: -7.89",
        "Latitude 12.34 and longitude 7.89",
        "lat=12.34&lon=7.89",
        "١٢٫٣٤٥٦، ٤٥٫٦٧٨٩",
    ] {
        finds(LeakKind::Place, place, place);
        finds(LeakKind::Place, &format!("The barn ({place}), behind."), place);
    }
    finds(LeakKind::Place, "https://maps.example/@12.3456,-7.8910,15z", "12.3456,-7.8910");
    finds(LeakKind::Place, "geo:12.3456,7.8910", "12.3456,7.8910");
    finds_nothing(&[
        "1.5, 2.5",
        "12.50, 13.75",
        "12.000, 15.000",
        "1.500, 2.500 and 3.000",
        "1,234; 5,678",
        "25°C, 30°C",
        "25°, 30°",
        "1.2.3456, 2.0.1234",
        "212.3456, 245.6789",
        "97.1234, 98.1234",
        "12.3456 EUR, 45.6789 EUR",
        "rooms 5 N and 7 E",
        "3 N, 5 S",
        "12.3456",
        "12.3456-45.6789",
        "2027-01-05, 2027-02-06",
        "lat 12, lon 7",
        "flat 12.34, long 7.89 walk",
    ]);
}

#[test]
fn what_is_masked_is_masked_alone() {
    assert_eq!(masked("Answers at heron@example.org on Fridays."), "Answers at ••• on Fridays.");
    assert_eq!(
        masked("The barn is at 0.0000, 0.0000, behind the mill."),
        "The barn is at •••, behind the mill."
    );
    assert_eq!(masked("نداء ٠٧٩ ١٢٣ ٤٥ ٦٧ غدا"), "نداء ••• غدا");
    assert!(matches!(masked("Nothing here"), std::borrow::Cow::Borrowed(_)));
}

/// A plan's text with everything in it masked.
fn masked_plan(text: &str) -> String {
    let source = Source::new("-", text.into());
    let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
    let leaks = leaks_of_plan(&source, &tree);
    masked_part(&source, Span::new(0, text.len()), &leaks).into_owned()
}

#[test]
fn comments_and_texts_of_every_style_are_looked_at() {
    assert_eq!(masked_plan("a: b # call 0791234567\n# a@b.org\n"), "a: b # call •••\n# •••\n");
    assert_eq!(masked_plan("a@b.org: '0791234567'\n"), "•••: '•••'\n");
    assert_eq!(masked_plan("a: [12.3456, 45.6789]\n"), "a: [•••]\n");
    assert_eq!(masked_plan("a: >\n  call\n  0791234567\n  now\n"), "a: >\n  call\n  •••\n  now\n");
    // What shows only once the text is read is masked as a whole.
    assert_eq!(masked_plan("a: >\n  call 079 123\n  45 67 now\nb: c\n"), "a: >\n  •••\nb: c\n");
    assert_eq!(masked_plan("a: \"heron\\u0040example.org\"\n"), "a: •••\n");
    assert_eq!(masked_plan("a: call 079 123\n  45 67 a@b.org\n"), "a: •••\n");
}

#[test]
fn parts_of_a_text_are_masked_where_a_part_is_cut_off() {
    let source = Source::new("-", "ab 0791234567 cd".into());
    let leaks = leaks(source.text());
    let part = |start, end| masked_part(&source, Span::new(start, end), &leaks).into_owned();
    assert_eq!(part(0, 16), "ab ••• cd");
    assert_eq!(part(5, 16), "••• cd");
    assert_eq!(part(0, 5), "ab •••");
    assert_eq!(part(6, 9), "•••");
    assert_eq!(part(13, 16), " cd");
    assert_eq!(part(3, 3), "");
}

#[test]
fn a_long_text_takes_time_in_proportion() {
    let pieces = [
        "1 ",
        "0 ",
        "+1 ",
        "(1",
        "1-",
        "01-",
        "12-11-2027-",
        "2027-01-05-",
        "111 ",
        "1.1 ",
        "a@",
        "@a.",
        "a.",
        "12 34 ",
        "1° ",
        "N 1 ",
        "lat 1",
        "\u{200b}",
        "1\u{200b}",
        "+",
        "(",
        "0.0000 ",
        "9",
        ".",
        "0",
        "1,2",
        "1.2.3",
        "1.1111",
    ];
    for piece in pieces {
        let text = piece.repeat(400_000 / piece.len());
        let started = Instant::now();
        let _ = leaks(&text);
        // Generous, for slow machines and builds without optimisation.
        assert!(started.elapsed() < Duration::from_secs(5), "{piece:?}: {:?}", started.elapsed());
    }
}

proptest! {
    #[test]
    fn any_text_has_an_answer(
        pieces in proptest::collection::vec(proptest::sample::select(vec![
            "0", "1", "7", "12", "045", "2027", "٣", "०", "+", "＋", "(", ")", "（", "[", " ", "\u{a0}", "-", "–", ".", "/", "_",
            ",", "@", "＠", "a", "é", "城", "N", "E", "°", "'", "\"", "lat", "lon", "\u{200b}", "\n", "😀", "。", "x.org",
        ]), 0..40),
    ) {
        let text = pieces.concat();
        let mut end = 0;
        for leak in leaks(&text) {
            prop_assert!((leak.at.start as usize) >= end && leak.at.start < leak.at.end, "{text:?}");
            prop_assert!(text.get(leak.at.range()).is_some(), "{text:?}");
            end = leak.at.end as usize;
        }
        // What is left when all of it is masked holds nothing more.
        let shown = masked(&text);
        prop_assert_eq!(masked(&shown), shown.clone(), "{:?}", text);
    }
}
