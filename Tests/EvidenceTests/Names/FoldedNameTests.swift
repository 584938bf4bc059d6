import Evidence
import Testing

@Suite struct FoldedNameTests {
  @Test(arguments: [
    // Origin: the rules stated at the type, applied by hand to spellings found in news reports.
    ("Anwar al-Awlaki", "anwar awlaki"), ("Anwar al Awlaki", "anwar awlaki"),
    ("ANWAR  AL-AWLAKI ", "anwar awlaki"), ("Anwar al\u{2011}Awlaki", "anwar awlaki"),
    ("Anwar el-Awlaki", "anwar awlaki"), ("\u{00A0}Anwar\u{200B} al–Awlaki", "anwar awlaki"),
    ("Abū Bakr al-Baġdādī", "abu bakr bagdadi"), ("aš-Šabāb", "sabab"),
    ("ash-Shabaab", "shabaab"), ("al-Shabaab", "shabaab"), ("Jabhat an-Nuṣra", "jabhat nusra"),
    ("Harun ar-Rashid", "harun rashid"), ("az-Zarqawi", "zarqawi"), ("ad-Dawla", "dawla"),
    ("at-Tawhid", "tawhid"), ("as-Sahab", "sahab"), ("as Badr", "as badr"), ("An Hour", "an hour"),
    ("the Islamic State", "islamic state"), ("The al-Qaeda network", "qaeda network"),
    ("Bank of the North", "bank of the north"), ("Al", "al"), ("The", "the"), ("The The", "the"),
    ("an al Noor", "noor"), ("El Salvador", "salvador"),
    ("Qur'an", "quran"), ("Qur’an", "quran"), ("Qurʾān", "quran"), ("ʿAyn al-ʿArab", "ayn arab"),
    ("A'maq", "amaq"), ("U.S. Army", "us army"), ("F.B.I.", "fbi"),
    ("Farook, Syed (Rizwan)", "farook syed rizwan"), ("Inspire/Dabiq", "inspire dabiq"),
    ("Kobanê", "kobane"), ("Kobane\u{0302}", "kobane"),
    ("Saint-Étienne-du-Rouvray", "saint etienne du rouvray"),
    ("Straße", "strasse"), ("GROẞ", "gross"), ("Łódź", "lodz"), ("Đặng", "dang"), ("Þór", "thor"),
    ("Œuvre", "oeuvre"), ("Ærø", "aero"), ("Guðrún", "gudrun"), ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"), ("Heydər", "heydar"), ("ﬁlm", "film"),
    // Other scripts: lower case, and nothing else.
    ("Аль-Каида", "аль каида"), ("Майский", "майский"), ("القاعدة", "القاعدة"),
    ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("Σίσυφος", "σίσυφοσ"), ("日本", "日本"), ("हिन्दी", "हिन्दी"),
    ("13 November 2015", "13 november 2015"), ("👍", ""), ("", ""), (" - ", ""),
  ])
  func folds(name: String, expected: String) {
    #expect(FoldedName(name).key == expected)
  }

  @Test(arguments: [
    // Origin: Python 3.11 unicodedata 14.0: all letters of U+00C0-024F and U+1E00-1EFF whose
    // canonical decomposition is this letter and marks.
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"), ("b", "ḂḃḄḅḆḇ"),
    ("c", "ÇçĆćĈĉĊċČčḈḉ"), ("d", "ĎďḊḋḌḍḎḏḐḑḒḓ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"), ("f", "Ḟḟ"),
    ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"), ("h", "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị"), ("j", "Ĵĵǰ"), ("k", "ĶķǨǩḰḱḲḳḴḵ"),
    ("l", "ĹĺĻļĽľḶḷḸḹḺḻḼḽ"), ("m", "ḾḿṀṁṂṃ"), ("n", "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
    ("o", "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
    ("p", "ṔṕṖṗ"), ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"), ("s", "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ"),
    ("t", "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"), ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"), ("x", "ẊẋẌẍ"), ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
    // Origin: the letters have no decomposition; the base is that of their Unicode names.
    ("h", "ĦħⱧ"), ("l", "Łł"), ("d", "Đđ"), ("o", "Øø"), ("t", "Ŧŧ"), ("k", "Ƙƙ"),
  ])
  func takesMarksOff(base: String, letters: String) {
    for letter in letters {
      #expect(FoldedName(String(letter)).key == base, "\(letter)")
    }
  }

  @Test func foldingTwiceIsFoldingOnce() {
    // Law, on all sequences of up to four words, articles among them.
    let words = ["al", "el", "an", "as", "the", "noor", "ʿAlī", "Ş.", "й", "at"]
    var names = [""]
    for _ in 0..<4 {
      names = [""] + names.flatMap { name in words.map { name.isEmpty ? $0 : "\(name)-\($0)" } }
    }
    for name in names {
      let once = FoldedName(name)
      #expect(FoldedName(once.key) == once, "\(name)")
    }
  }
}
