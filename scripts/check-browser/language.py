"""A report in another language speaks it in its pictures and its buttons too, and chooses forms by number as the language does."""

import json
import re
from pathlib import Path

from _session import FOLDER, check, close, equal, opened, run, settle

GRAPH = """throughline: 1
title: Образец
sources:
  - {id: n1, title: Первая, publisher: Газета, reliability: B, published: 2016-06-14}
entities:
  - {id: n2, kind: ideologue, name: Проповедник}
  - {id: n3, kind: publication, name: Беседы}
  - {id: n4, kind: person, name: Стрелок, aliases: [Он], born: 1990-02-03}
  - {id: n5, kind: attack, name: Нападение, date: 2016-06-12}
  - {id: n6, kind: group, name: Отряд}
statements:
  n1:
    1:
      - s1: n2 authored n3
      - s2: n3 inspired n4, suspected
      - s3: n4 perpetrated n5
      - s4: not n6 directed n5
      - s5: n4 contacted n2
"""
# Words of Russian for some, and for the rest the bundled words with Cyrillic letters: no Latin word is a text's own.
OWN = {
    "language": "ru", "plural": "slavic", "viewer.filter": "Отбор", "viewer.trace": "Цепь",
    "viewer.links": "{{n}} {{#n.one}}связь{{/n.one}}{{#n.few}}связи{{/n.few}}{{#n.many}}связей{{/n.many}}",
}
# Ids, also where Graphviz has them in a picture, grades, and the names of a policy and a projection are no words.
NAMES = re.compile(r"[ns][0-9]-?|[A-F][1-6]?|all|cluster|throughline-1|influence")


def spoken(text):
    text = re.sub(r"\{\{#(\w+)\.other\}\}(.*?)\{\{/\1\.other\}\}", lambda found: "".join(
        f"{{{{#{found[1]}.{form}}}}}{found[2]}{{{{/{found[1]}.{form}}}}}" for form in ("few", "many")), text)
    return "".join(part if part.startswith("{{") else re.sub("[A-Za-z]", "ж", part) for part in re.split(r"(\{\{.*?\}\})", text))


folder = FOLDER / "russian"
run("template", folder)
words = {key: spoken(text) for key, text in json.loads((folder / "words.json").read_text(encoding="utf-8")).items()}
words |= {"direction": "ltr"} | OWN
vocabulary = json.loads((Path(__file__).parents[2] / "Sources/Evidence/Resources/vocabulary.json").read_text(encoding="utf-8"))
for relation in vocabulary["relations"]:
    words |= {f"relation.{relation['name']}": "ж", f"relation.{relation['name']}.reversed": "ц"}
words |= {f"kind.{kind['name']}": "вид" for kind in vocabulary["kinds"]}
(folder / "words.json").write_text(json.dumps(words, ensure_ascii=False, indent=1), encoding="utf-8")
source = FOLDER / "russian.yaml"
source.write_text(GRAPH, encoding="utf-8")
path = FOLDER / "russian.html"
run("report", source, "-o", path, "--template", folder, "--samples", "8", "--draws", "2")

SEEN = """() => {
  const texts = [document.querySelector('main').innerText];
  for (const e of document.querySelectorAll('main [aria-label], main [title]')) texts.push(e.getAttribute('aria-label') || '', e.getAttribute('title') || '');
  for (const e of document.querySelectorAll('main svg title')) texts.push(e.textContent);
  return texts.join('\\n');
}"""


def latin(page):
    return sorted({word for word in re.findall(r"[A-Za-z][A-Za-z0-9-]*", page.evaluate(SEEN)) if not NAMES.fullmatch(word)})


with opened(path) as page:
    equal("the page is Russian", page.evaluate("document.documentElement.lang"), "ru")
    equal("all that is seen at first is of the language", latin(page), [])
    page.get_by_role("button", name="Отбор", exact=True).click()
    page.get_by_role("button", name="Цепь", exact=True).click()
    settle(page)
    equal("filters and traces too", latin(page), [])
    labels = page.eval_on_selector_all(".tl-picture [role=button]", "marks => marks.map((mark) => mark.getAttribute('aria-label'))")
    forms = {int(number): word for label in labels for number, word in re.findall(r"(\d+) (связ\w+)", label)}
    check("forms go with numbers", forms and all(
        word == ("связь" if number == 1 else "связи" if number in (2, 3, 4) else "связей") for number, word in forms.items()), forms)
    check("more than one form occurs", len(set(forms.values())) > 1, forms)
    search = page.locator(".tl-bar input[role=combobox]")
    for node in ("Стрелок", "Нападение"):
        search.fill(node)
        search.press("Enter")
        settle(page)
        equal(f"what is known of {node} too", latin(page), [])
    page.locator(".tl-panel .tl-link").first.click()
    settle(page)
    equal("and of a link", latin(page), [])
    fields = page.locator("[id$=trace] input[role=combobox]")
    for place, node in enumerate(("Проповедник", "Нападение")):
        fields.nth(place).fill(node)
        fields.nth(place).press("Enter")
    settle(page)
    equal("and a chain", (page.locator(".tl-links li").count(), latin(page)), (3, []))
    fields.nth(1).fill("Проповедник")
    fields.nth(1).press("Enter")
    settle(page)
    equal("and that there is none", latin(page), [])

close()
