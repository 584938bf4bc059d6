#!/usr/bin/env python3
"""Converts the data set "Islamic State network in Europe" into a Throughline graph (long form, YAML).

    scripts/convert-ise.py FOLDER > graphs/is-network-in-europe.yaml
    throughline fmt -i graphs/is-network-in-europe.yaml

FOLDER holds nodes.jsonl, edges.jsonl and references.json, as made from the data set's R scripts. The
same input always gives the same output. A table of counts goes to stderr.

The data set: A. Gutfraind and M. Genkin, A graph database framework for covert network analysis: An
application to the Islamic State network in Europe, Social Networks 51 (2017), pages 178-188.
Copyright 2015 Alexander Gutfraind, CC BY 4.0. Each tie names the press articles that it was coded from.

Many of the people in it were accused in the press and not in a court; some were released, never charged,
or acquitted. So no tie becomes a stronger relation than the data states. What the data calls a link
stays a link, and whoever it calls involved in an attack is linked to the attack unless the tie itself
says how the person attacked.

Kinds

    data set               graph
    Person                 person
    AttackSite             attack (carried out, aborted or foiled)
    Activity               event; group for "Bazarouj family" and "Radical group Sharia4Belgium"
    Site, Locality, Country   place

Relations, by the type of the tie and its note

    INVOLVED_IN an attack, the tie has an attack type,
        or its note says "detonated"                        perpetrated
    INVOLVED_IN an attack otherwise                         linked-to
    INVOLVED_IN an event                                    linked-to
    INVOLVED_IN a group, note "member"                      member-of
    INVOLVED_IN a group otherwise                           linked-to
    PRESENT_IN a place                                      travelled-to
    LINKED_TO, note brother, cousin, common-law wife        related-to
    LINKED_TO, note recruited, recruiter                    recruited (the tie runs from the recruiter)
    LINKED_TO, note "brother, recruited"                    related-to, and recruited besides
    LINKED_TO, note on money for the travel to Syria        enabled
    LINKED_TO, note friend, knew, close, met, was held,
        arrested or travelled together, or was led by       contacted
    LINKED_TO, note "might be", "may be", "possibly"        linked-to, suspected
    LINKED_TO otherwise (no note, family known,
        money sent after the attack, uncharacterized)       linked-to

Every tie gives one statement for each article (two for "brother, recruited"). The statement is
`reported`: it says what the coders of the data set found in the article, which was not read again for the
conversion. A tie whose article the data set does not resolve cites the data set itself. The note of
a statement keeps the type and note of the tie, and its file and line.

Attributes of people (age, nationality, role, status, born) and attacks (deaths, injured, method, state)
cite the data set, because it does not record which of the articles on a node each of them is from; the
note of the entity names those articles. Status, which may hurt, is left out where no article is named.
Counts of 0 are left out: the data set enters them where people did die.

Reliability, by the kind of the publisher, who is read off the host in the address:

    A  body of the United Nations, or Interpol, in its own publication
    B  national newspaper, national broadcaster, or news agency
    C  tabloid, free paper, magazine, or news site without newsroom of that size; the data set itself
    E  propaganda
    F  any other
"""

import datetime
import json
import pathlib
import re
import sys
import unicodedata
import urllib.parse
from collections import Counter

DATA_SET = "gutfraind-genkin-2017"
UNDATED = "../2016-11"  # the data set was complete by then

# host (without "www." and the like): publisher, grade
PUBLISHERS = {
    "7sur7.be": ("7sur7", "C"),
    "9news.com.au": ("9News Australia", "C"),
    "abc.net.au": ("ABC Australia", "B"),
    "abcnews.go.com": ("ABC News", "B"),
    "atimes.com": ("Asia Times", "C"),
    "bbc.com": ("BBC", "B"),
    "bloomberg.com": ("Bloomberg", "B"),
    "cbsnews.com": ("CBS News", "B"),
    "chicagotribune.com": ("Chicago Tribune", "B"),
    "clarionproject.org": ("Islamic State (Dabiq), as hosted by the Clarion Project", "E"),
    "cnn.com": ("CNN", "B"),
    "dailymail.co.uk": ("Daily Mail", "C"),
    "dailysabah.com": ("Daily Sabah", "C"),
    "dutchnews.nl": ("DutchNews.nl", "C"),
    "dw.com": ("Deutsche Welle", "B"),
    "expatica.com": ("Expatica", "C"),
    "express.co.uk": ("Daily Express", "C"),
    "foxnews.com": ("Fox News", "B"),
    "france24.com": ("France 24", "B"),
    "ft.com": ("Financial Times", "B"),
    "hln.be": ("Het Laatste Nieuws", "C"),
    "huffingtonpost.fr": ("Le Huffington Post", "C"),
    "ibtimes.co.in": ("International Business Times India", "C"),
    "ibtimes.com": ("International Business Times", "C"),
    "ijreview.com": ("Independent Journal Review", "C"),
    "independent.co.uk": ("The Independent", "B"),
    "interpol.int": ("Interpol", "A"),
    "lefigaro.fr": ("Le Figaro", "B"),
    "lemonde.fr": ("Le Monde", "B"),
    "leparisien.fr": ("Le Parisien", "B"),
    "lesinrocks.com": ("Les Inrockuptibles", "C"),
    "lesoir.be": ("Le Soir", "B"),
    "lexpress.fr": ("L'Express", "C"),
    "linternaute.com": ("L'Internaute", "C"),
    "nationalpost.com": ("National Post", "B"),
    "nbcnews.com": ("NBC News", "B"),
    "news.com.au": ("news.com.au", "C"),
    "nouvelobs.com": ("L'Obs", "C"),
    "nytimes.com": ("The New York Times", "B"),
    "politico.eu": ("Politico Europe", "C"),
    "psmag.com": ("Pacific Standard", "C"),
    "reuters.com": ("Reuters", "B"),
    "rmc.bfmtv.com": ("RMC", "B"),
    "seattletimes.com": ("The Seattle Times", "C"),
    "smh.com.au": ("The Sydney Morning Herald", "B"),
    "standaard.be": ("De Standaard", "B"),
    "straitstimes.com": ("The Straits Times", "B"),
    "telegraph.co.uk": ("The Telegraph", "B"),
    "thedailybeast.com": ("The Daily Beast", "C"),
    "theguardian.com": ("The Guardian", "B"),
    "thelocal.fr": ("The Local France", "C"),
    "timesofisrael.com": ("The Times of Israel", "C"),
    "trib.com": ("Casper Star-Tribune", "C"),
    "un.org": ("United Nations", "A"),
    "usatoday.com": ("USA Today", "B"),
    "voaafrique.com": ("VOA Afrique", "B"),
    "washingtonpost.com": ("The Washington Post", "B"),
    "wsj.com": ("The Wall Street Journal", "B"),
    "yahoo.com": ("Yahoo News", "C"),
}

RULES = {
    "A": "official body in its own publication",
    "B": "national newspaper, national broadcaster, or news agency",
    "C": "tabloid, free paper, magazine, regional paper, or smaller news site",
    "E": "propaganda",
    "F": "publisher not known",
}

# Sources copied from elsewhere, by the data set's own key: AFP1 is an agency text on another's site.
ORIGINS = {"AFP1": "AFP"}

GROUPS = {"BazaroujFamily", "Sharia4Belgium"}
PLACES = {"Site", "Locality", "Country"}
NAMES = {"UK": "United Kingdom", "MohamedS": "Mohamed S", "SalimBenghalem": "Salim Benghalem"}
STATUSES = {"arreted": "arrested"}
CORRECTIONS = {("MohammedMerah", "status"): "killed in a police siege in March 2012"}

RELATED = {"brother", "cousin", "common-law wife"}
RECRUITED = {"recruited", "recruiter"}
CONTACTED = {
    "friend", "friends", "knew", "particularly close", "liaised", "cellmates", "traveled together",
    "arrested together in Turkey", "led in Syria", "unclear role. been in contact after attacks",
}
SUSPECTED = {
    "might be unrelated", "traveled together or may be related", "possibly through explosive preparation",
}
UNSPECIFIED = {"", "uncharacterized", "knew family", "transfer money after the attack"}

# What begins or ends an address without belonging to the headline: numbers, and letters mixed with digits.
NO_WORD = re.compile(r"^\d+$|^n\d+$|\d{5}|^idUS|^[a-z]{4,}\d$|^story$|^[0-9a-f]{4,}$")

MONTHS = {m: i for i, m in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}


class Unmapped(Exception):
    """The input holds something that the tables above do not cover."""


# Names, dates and addresses

def slug(text):
    folded = unicodedata.normalize("NFKD", text.replace("\u2019", ""))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def node_date(text):
    """A date of the data set ("2015.1113", "2015.10", "summer 2014", "1982.0504") as EDTF, or None."""
    text = text.strip()
    if re.fullmatch(r"\d{4}", text):
        return text
    match = re.fullmatch(r"(\d{4})\.(\d\d)(\d\d)?", text)
    if match:
        return calendar_date(*match.groups())
    match = re.fullmatch(r"summer (\d{4})", text)
    if match:
        return match.group(1) + "-22"
    match = re.fullmatch(r"(\d{4})[-/](\d\d)[-/](\d\d)", text)
    if match:
        return calendar_date(*match.groups())
    match = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    if match:
        day, month, year = match.groups()
        return calendar_date(year, month, day)
    match = re.fullmatch(r"([A-Z][a-z]+) (\d{1,2}), (\d{4})", text)
    if match:
        month = MONTHS.get(match.group(1)[:3].lower(), 0)
        return calendar_date(match.group(3), f"{month:02}", f"{int(match.group(2)):02}")
    return None


def calendar_date(year, month, day=None):
    try:
        datetime.date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def published(url):
    """The date of publication as far as the address tells it, else an interval open at its start."""
    match = re.search(r"/(20\d\d)/([a-z]{3})/(\d\d)/", url)
    if match and match.group(2) in MONTHS:
        return calendar_date(match.group(1), f"{MONTHS[match.group(2)]:02}", match.group(3))
    for pattern, order in [
        (r"/(20\d\d)/(\d\d)/(\d\d)/", (1, 2, 3)),
        (r"/(20\d\d)-(\d\d)-(\d\d)/", (1, 2, 3)),
        (r"-(\d\d)-(\d\d)-(20\d\d)-", (3, 2, 1)),
        (r"(?:/|-|/dmf|B2)(20\d\d)([01]\d)([0-3]\d)(?:[-_.]|$)", (1, 2, 3)),
        (r"/(20\d\d)([01]\d)([0-3]\d)[-/]", (1, 2, 3)),
    ]:
        match = re.search(pattern, url)
        date = match and calendar_date(*(match.group(i) for i in order))
        if date:
            return date
    match = re.search(r"wsj\.com/articles/[^?]*-(1[4-5]\d{8})$", url)  # ends in seconds since 1970
    if match:
        moment = datetime.datetime.fromtimestamp(int(match.group(1)), datetime.timezone.utc)
        return moment.date().isoformat()
    match = re.search(r"/(20\d\d)/([01]\d)/", url)
    if match:
        return calendar_date(*match.groups())
    match = re.search(r"/press/en/(20\d\d)/", url)
    return match.group(1) if match else UNDATED


def title(url):
    """The words of the address, marked as such; most articles bear their headline there."""
    path = urllib.parse.urlparse(url).path
    best = []
    for segment in path.split("/"):
        segment = re.sub(r"\.(html?|php|dhtml|pdf|story)$", "", segment)
        segment = re.sub(r"^article-\d+-", "", segment)
        words = [w for w in re.split(r"[-_]", segment) if w]
        while words and NO_WORD.search(words[-1]):
            words.pop()
        while words and NO_WORD.search(words[0]) and len(words[0]) > 2:
            words.pop(0)
        if sum(not w.isdigit() for w in words) < 3:
            continue
        if len(words) > len(best):
            best = words
    if not best:
        return "Title not known (the address holds none)"
    text = " ".join(best)
    return f"{text[0].upper()}{text[1:]} (title read from the address)"


def host(url):
    name = urllib.parse.urlparse(url).netloc.lower()
    parts = name.split(".")
    for start in range(len(parts) - 1):
        candidate = ".".join(parts[start:])
        if candidate in PUBLISHERS:
            return candidate
    return name


# The graph

def entity_kind(node):
    label = node["label"]
    if label == "Person":
        return "person"
    if label == "AttackSite":
        return "attack"
    if label == "Activity":
        return "group" if node["var"] in GROUPS else "event"
    if label in PLACES:
        return "place"
    raise Unmapped(f"node {node['var']}: label {label}")


def aliases(node):
    """The aliases that the data set is sure of, and those that it puts a question mark to."""
    sure, doubtful = [], []
    for text in [node.get("alias", ""), node.get("nickname", "")]:
        for name in filter(None, (part.strip() for part in text.split(" and "))):
            (doubtful if name.endswith("?") else sure).append(name.rstrip(" ?"))
    return sure, doubtful


def event_date(node):
    """The date of an attack or event as EDTF, or None."""
    date = node.get("attackDate") or node.get("date") or node.get("data")
    return node_date(date) if date and entity_kind(node) in ("attack", "event") else None


def entity(node, identifier, sources):
    kind = entity_kind(node)
    sure, doubtful = aliases(node)
    result = {"id": identifier, "kind": kind, "name": NAMES.get(node["var"], node["name"])}
    if sure:
        result["aliases"] = sure
    date = event_date(node)
    if date:
        result["date"] = date
    if node.get("DOB") and node_date(node["DOB"]):
        result["born"] = node_date(node["DOB"])
    notes = [f"{node['label']} in {node['file']}, line {node['line']}"]
    if node.get("notInNov13") == "TRUE":
        notes.append("marked there as believed not to belong to the network of the Paris and "
                     "Brussels attacks")
    if node.get("preNov13") == "TRUE":
        notes.append("marked there as from before 13 November 2015")
    if doubtful:
        notes.append("doubtful alias: " + " and ".join(doubtful))
    for key in ("note", "address", "location"):
        if node.get(key):
            notes.append(f"{key}: {node[key]}")
    if kind == "place":
        for key in ("role", "date"):
            if node.get(key):
                notes.append(f"{key}: {node[key]}")
    known = [r.lower() for r in node["refs"] if r in sources]
    unknown = [r for r in node["refs"] if r not in sources]
    if known:
        notes.append("articles: " + ", ".join(known))
    if unknown:
        notes.append("articles that the data set does not resolve: " + ", ".join(unknown))
    result["note"] = "; ".join(notes)
    return result


def attributes(node, sources):
    """(attribute, value, when) of a node, in a fixed order."""
    label = node["label"]
    date = event_date(node)
    if date:
        yield "date", date, None
    if label == "Person":
        if node.get("age"):
            yield "age", int(node["age"]), None
        if node.get("DOB") and node_date(node["DOB"]):
            yield "born", node_date(node["DOB"]), None
        if node.get("citizenship", "unknown") != "unknown":
            yield "nationality", node["citizenship"], None
        if node.get("role"):
            yield "role", node["role"], None
        if node.get("status") and any(r in sources for r in node["refs"]):
            arrest = node.get("dateOfArrest")
            when = node_date(arrest) if arrest else "2016"
            yield "status", STATUSES.get(node["status"], node["status"]), when
    if label == "AttackSite":
        injured = node.get("wounded") or node.get("injured") or "0"
        if int(node.get("killed", "0")):
            yield "deaths", int(node["killed"]), None
        if int(injured):
            yield "injured", int(injured), None
        if node.get("attackType"):
            yield "method", node["attackType"].lower(), None
        if node.get("outcome"):
            yield "state", node["outcome"], None


def relations(tie, subject, object_):
    """The relations that a tie is turned into, each with its modality."""
    kind, note = tie["relation"], tie["note"]
    if kind == "PRESENT_IN" and object_["label"] in PLACES:
        return [("travelled-to", "reported")]
    if kind == "INVOLVED_IN" and object_["label"] == "AttackSite":
        attacked = tie["attack_type"] or "detonated" in note
        return [("perpetrated" if attacked else "linked-to", "reported")]
    if kind == "INVOLVED_IN" and object_["label"] == "Activity":
        member = object_["var"] in GROUPS and note == "member"
        return [("member-of" if member else "linked-to", "reported")]
    if kind == "LINKED_TO" and {subject["label"], object_["label"]} == {"Person"}:
        if note == "brother, recruited":
            return [("related-to", "reported"), ("recruited", "reported")]
        if note in RELATED:
            return [("related-to", "reported")]
        if note in RECRUITED:
            return [("recruited", "reported")]
        if note == "financed travel to Syria":
            return [("enabled", "reported")]
        if note in CONTACTED:
            return [("contacted", "reported")]
        if note in SUSPECTED:
            return [("linked-to", "suspected")]
        if note in UNSPECIFIED:
            return [("linked-to", "reported")]
    raise Unmapped(f"{tie['file']} line {tie['line']}: {kind} {note!r} to a {object_['label']}")


def source(key, url):
    publisher, grade = PUBLISHERS.get(host(url), (host(url), "F"))
    result = {"id": key.lower(), "title": title(url), "publisher": publisher,
              "published": published(url), "url": url, "reliability": grade, "why": RULES[grade]}
    if key in ORIGINS:
        result["origin"] = ORIGINS[key]
    return result


def data_set_source():
    return {
        "id": DATA_SET,
        "title": "A graph database framework for covert network analysis: An application to the "
                 "Islamic State network in Europe (the data set of the article)",
        "publisher": "Social Networks 51, pages 178-188",
        "author": "Alexander Gutfraind and Michael Genkin",
        "published": "2016",
        "reliability": "C",
        "why": "peer-reviewed, but coded from the press of the day and not corrected since",
    }


def graph(nodes, ties, references):
    by_var = {node["var"]: node for node in nodes}
    identifiers = {node["var"]: slug(NAMES.get(node["var"], node["name"])) for node in nodes}
    doubled = [i for i, n in Counter(identifiers.values()).items() if n > 1]
    if doubled:
        raise Unmapped(f"names that give the same id: {', '.join(sorted(doubled))}")

    statements = []

    def add(subject, rest, cited, when=None, note=None, modality=None, sic=None):
        statement = {"id": f"s{len(statements) + 1:03}", "subject": subject, **rest}
        for key, value in [("modality", modality), ("when", when), ("sic", sic), ("note", note)]:
            if value is not None:
                statement[key] = value
        statement["cite"] = cited
        statements.append(statement)

    for tie in ties:
        subject, object_ = by_var[tie["source"]], by_var[tie["target"]]
        date = node_date(tie["date"]) if tie["date"] else None
        parts = [tie["relation"]]
        parts += [f"note: {tie['note']}"] if tie["note"] else []
        parts += [f"attack type: {tie['attack_type']}"] if tie["attack_type"] else []
        parts += [f"date: {tie['date']}"] if tie["date"] and not date else []
        parts.append(f"{tie['file']} line {tie['line']}")
        for key in tie["refs"]:
            cited = key.lower() if key in references else DATA_SET
            note = "; ".join(parts + ([] if key in references else [f"article {key} not resolved there"]))
            for relation, modality in relations(tie, subject, object_):
                rest = {"relation": relation, "object": identifiers[tie["target"]]}
                add(identifiers[tie["source"]], rest, cited, date, note, modality)
    of_ties = len(statements)
    for node in nodes:
        for attribute, value, when in attributes(node, references):
            sic = CORRECTIONS.get((node["var"], attribute))
            add(identifiers[node["var"]], {"attribute": attribute, "value": value}, DATA_SET, when, sic=sic)

    used = {s["cite"] for s in statements} | {r.lower() for n in nodes for r in n["refs"]}
    sources = [source(key, url) for key, url in sorted(references.items(), key=lambda kv: kv[0].lower())
               if key.lower() in used]
    sources.append(data_set_source())
    sources.sort(key=lambda s: s["id"])
    entities = sorted((entity(n, identifiers[n["var"]], references) for n in nodes), key=lambda e: e["id"])
    return sources, entities, statements, of_ties


# YAML

PLAIN = re.compile(r"[^\W\d_][^:#\n]*|[^\W\d_][^ #\n]*:[^ #\n]+|https?://\S+")
RESERVED = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}


def scalar(key, value):
    if isinstance(value, int) or key in ("published", "date", "born", "when"):
        return str(value)
    if key == "value" and re.fullmatch(r"\d{4}(-\d\d){0,2}", str(value)):
        return value
    if PLAIN.fullmatch(value) and value.lower() not in RESERVED and value == value.strip():
        return value
    return json.dumps(value, ensure_ascii=False)


def item(mapping):
    lines = []
    for key, value in mapping.items():
        if key == "cite":
            text = f"{{source: {value}}}"
        elif key == "aliases":
            text = "[" + ", ".join(json.dumps(v, ensure_ascii=False) if "," in v else v for v in value) + "]"
        else:
            text = scalar(key, value)
        lines.append(f"{'  - ' if not lines else '    '}{key}: {text}")
    return lines


ABOUT = """\
The people, plots, attacks, places and journeys behind the attacks of Paris (November 2015) and Brussels
(March 2016) and related plots in Europe, as the press told of them up to November 2016.

Adapted from the data set of: Alexander Gutfraind and Michael Genkin, "A graph database framework for
covert network analysis: An application to the Islamic State network in Europe", Social Networks 51
(2017), pages 178-188. Copyright 2015 Alexander Gutfraind, licensed under the Creative Commons Attribution 4.0
International License (https://creativecommons.org/licenses/by/4.0/), provided as is, without warranties.
Changes: scripts/convert-ise.py mapped kinds and types of ties to the vocabulary, split ties by article,
made ids from names, brought dates into EDTF, mended three names and a misspelt status, and noted one error. This
graph is under the same licence.

Many of those named were suspects at the time; some were released, never charged or acquitted. A tie
says that an article, as the data set's authors coded it, linked two names; it is no finding of guilt.
Statuses are those of 2016. Where the data set says no more than "involved" or "linked", the relation
is linked-to.

Titles are read from the addresses of the articles, and so are dates of publication; an article whose address
holds no date has "../2016-11". Reliability goes by the kind of the publisher:
A official body in its own publication; B national newspaper, national broadcaster or news agency;
C tabloid, free paper, magazine, regional paper or smaller news site, and the data set itself; E propaganda;
F publisher not known."""


def write(sources, entities, statements, out):
    lines = ["throughline: 1", "title: The Islamic State network in Europe (Gutfraind and Genkin)"]
    lines += ["about: |"]
    lines += [f"  {line}".rstrip() for line in ABOUT.split("\n")]
    lines += ["depth: influence", "sources:"]
    for name, mappings in [("", sources), ("entities:", entities), ("statements:", statements)]:
        lines += [name] if name else []
        for mapping in mappings:
            lines += item(mapping)
    out.write("\n".join(lines) + "\n")


def report(ties, statements, of_ties, sources, entities, out):
    by_id = {e["id"]: e["kind"] for e in entities}
    out.write(f"{len(entities)} entities, {len(ties)} ties, {len(sources)} sources, "
              f"{len(statements)} statements\n")
    tables = [
        ("entities by kind", Counter(by_id.values())),
        ("ties by type", Counter(t["relation"] for t in ties)),
        ("statements of ties by relation", Counter(s["relation"] for s in statements[:of_ties])),
        ("statements of attributes", Counter(s["attribute"] for s in statements[of_ties:])),
        ("sources by grade", Counter(s["reliability"] for s in sources)),
    ]
    for name, counts in tables:
        out.write(f"\n{name} ({sum(counts.values())})\n")
        for key, count in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
            out.write(f"  {key:<14} {count:>4}\n")


def main(arguments):
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("usage: convert-ise.py FOLDER > graphs/is-network-in-europe.yaml", file=sys.stderr)
        return 64
    folder = pathlib.Path(arguments[0])
    try:
        nodes, ties = ([json.loads(line) for line in (folder / name).read_text("utf-8").splitlines() if line]
                       for name in ("nodes.jsonl", "edges.jsonl"))
        references = json.loads((folder / "references.json").read_text("utf-8"))
        sources, entities, statements, of_ties = graph(nodes, ties, references)
    except FileNotFoundError as error:
        print(f"convert-ise.py: no such file: {error.filename}", file=sys.stderr)
        return 66
    except (Unmapped, KeyError, ValueError) as error:
        print(f"convert-ise.py: the data does not fit the tables: {error}", file=sys.stderr)
        return 65
    write(sources, entities, statements, sys.stdout)
    report(ties, statements, of_ties, sources, entities, sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
