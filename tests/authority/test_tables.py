"""Reading of the tables: what they hold, how a user's rows are laid over, and what an error says."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sco_graph import resources
from sco_graph.authority import Authority, data_folder, load
from sco_graph.authority.index import Index
from sco_graph.authority.records import NameKind
from sco_graph.authority.rows import COLUMNS, files
from sco_graph.authority.tables import read, version
from sco_graph.errors import InvalidRecord
from sco_graph.model import Key

Write = Callable[[str, str], Path]


def test_all_states_have_names_in_three_languages(authority: Authority) -> None:
    assert len(authority.states) == 249
    named = {(name.entity, name.language) for name in authority.names if name.kind == NameKind.PREFERRED}
    assert {(s.key, language) for s in authority.states for language in ("en", "ru", "zh")} <= named


def test_the_tables_reach_what_they_promise(authority: Authority) -> None:
    assert len(authority.bodies) > 300
    assert len(authority.tenures) > 330
    assert len(authority.places) > 300
    assert len(authority.government) > 40


def test_keys_are_ascii_and_stand_once(authority: Authority) -> None:
    records = (
        authority.states, authority.bodies, authority.people, authority.posts, authority.tenures,
        authority.memberships, authority.places,
    )  # fmt: skip
    keys = [record.key for table in records for record in table]
    assert len(keys) == len(set(keys))
    wrong = [key for key in keys if not re.fullmatch(r"[a-z]+/[a-zA-Z][a-zA-Z0-9-]*", key)]
    assert wrong == []


def test_display_codes_stand_once(authority: Authority) -> None:
    codes = [body.code for body in authority.bodies]
    assert sorted({code for code in codes if codes.count(code) > 1}) == []


def test_every_name_belongs_to_an_entity_and_every_entity_has_a_name(authority: Authority) -> None:
    records = (
        authority.states, authority.bodies, authority.people, authority.posts, authority.places
    )  # fmt: skip
    keys = {record.key for table in records for record in table}
    assert keys == {name.entity for name in authority.names}


def test_one_preferred_name_a_language(authority: Authority) -> None:
    preferred = [(n.entity, n.language) for n in authority.names if n.kind == NameKind.PREFERRED]
    assert [pair for pair in set(preferred) if preferred.count(pair) > 1] == []


def test_ranks_and_types_of_posts_are_those_of_the_ontology(authority: Authority, root: Path) -> None:
    roles = (root / "ontology" / "roles.ttl").read_text("utf-8")
    declared = {scheme: set(re.findall(rf"<{scheme}/([a-z-]+)> a", roles)) for scheme in ("post-type", "rank")}
    assert {kind.type for kind in authority.post_kinds} <= declared["post-type"]
    assert {kind.rank for kind in authority.post_kinds} <= declared["rank"]


def test_every_table_states_its_licence_and_its_sources() -> None:
    for path in data_folder().glob("*.tsv"):
        comments = [line for line in path.read_text("utf-8").split("\n") if line.startswith("#")]
        assert any("Licence:" in line for line in comments), path.name
        shared_alike = any("CC BY-SA" in line for line in comments)
        assert shared_alike == path.stem.endswith("_igo"), path.name
        if not shared_alike and path.stem != "sources":
            assert "\tsupraverden" not in path.read_text("utf-8"), path.name


def test_every_file_is_a_part_of_a_known_table() -> None:
    known = {path for table in COLUMNS for path in files(data_folder(), table)}
    assert known == set(data_folder().glob("*.tsv"))


def test_the_version_follows_the_bytes(copied: Path) -> None:
    before = version((copied,))
    assert before == version((data_folder(),))
    (copied / "states.tsv").write_text((copied / "states.tsv").read_text("utf-8") + "# a comment\n", "utf-8")
    assert version((copied,)) != before


def test_installed_tables_are_found_before_those_of_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "sco_graph" / "data" / "authority"
    packaged.mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "sco_graph")
    assert data_folder() == packaged


def test_own_rows_are_laid_over(own: Write) -> None:
    own("sources", "atlas\thttps://example.org/atlas\tCC0\t\n")
    own(
        "bodies",
        "lake-union\tLU\tInternationalOrganisation\t\t\t\tatlas\nsco\tSCO!\tInternationalOrganisation\t\t\t\tatlas\n",
    )
    folder = own("body_names", "lake-union\ten\tpreferred\tLake Union\tatlas\nsco\ten\tpreferred\tMy SCO\tatlas\n")
    index = Index(load(folder))
    lake, sco = index.body(Key("body/lake-union")), index.body(Key("body/sco"))
    assert lake is not None
    assert sco is not None
    assert (lake.code, sco.code) == ("LU", "SCO!")
    assert index.label(Key("body/lake-union"), "ru") == "Lake Union"
    assert index.label(Key("body/sco"), "en") == "My SCO"
    assert index.label(Key("body/sco"), "ru") == "Шанхайская организация сотрудничества"


WRONG = """
    tenures ; vladimir-norov|lake-warden|2020||||verified||own ; post "lake-warden" is not ; posts.tsv
    tenures ; ivan-testov|sco-secretary-general|2020||||verified||own ; official "ivan-testov" is not ; officials.tsv
    tenures ; zhang-ming|sco-secretary-general|2020-13||||verified||own ; start "2020-13" is no date ; YYYY-MM
    tenures ; zhang-ming|sco-secretary-general|2021|2020-05|||verified||own ; it ends on 2020-05, before it ; Mend
    tenures ; zhang-ming|sco-secretary-general|2021||||sure||own ; status "sure" is unknown ; verified, unverified
    tenures ; zhang-ming|sco-secretary-general|2021||||verified||rumour ; source "rumour" is not declared ; sources.tsv
    bodies ; lake|LAKE|Pond||||own ; kind "Pond" is unknown ; InternationalOrganisation
    bodies ; lake|LAKE|Organ|sea|||own ; body "sea" is not declared ; bodies.tsv
    body_names ; sco|fr|alias|OCS|own ; language "fr" is unknown ; en, ru, zh
    state_names ; XX|en|alias|Freedonia|own ; state "XX" is not declared ; states.tsv
    memberships ; CN|sco|friend|2001||verified||own ; kind "friend" is unknown ; member, observer, partner
    places ; atlantis|CN|north|||own ; latitude "north" is no number ; decimal degrees
    places ; atlantis|CN|91|||own ; latitude 91.0 is beyond 90 ; WGS 84
    places ; atlantis|CN|||| ; source is empty ; a row without a source is not kept
    posts ; lake-warden|warden|sco|own ; kind of post "warden" is not declared ; post_kinds.tsv
    government ; navy|{state}-navy|Navy of {state}|XX|own ; state "XX" is not declared ; states.tsv
    post_kinds ; warden|other|other|lake|many||own ; at "lake" is unknown ; state, body, any
    places ; atlantis|CN ; 2 cells where 6 are due ; part by tabs
"""


@pytest.mark.parametrize("case", WRONG.strip().split("\n"))
def test_an_error_names_file_line_and_remedy(own: Write, case: str) -> None:
    table, row, what, remedy = (part.strip() for part in case.split(" ; "))
    folder = own(table, row.replace("|", "\t") + "\n")
    with pytest.raises(InvalidRecord) as caught:
        load(folder)
    assert str(caught.value).startswith(f"project/authority/{table}.tsv:2: {what}")
    assert remedy in caught.value.remedy


def test_a_wrong_row_of_ours_is_named_as_in_the_specification(copied: Path) -> None:
    path = copied / "tenures.tsv"
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    path.write_text("\n".join([*lines, "zhang-ming\tcn-mfa-deputy\t2020\t\t\t\tverified\t\town"]), "utf-8")
    with pytest.raises(InvalidRecord) as caught:
        read((copied,))
    assert str(caught.value) == (
        f"data/authority/tenures.tsv:{len(lines) + 1}: "
        'post "cn-mfa-deputy" is not declared. Add it to posts.tsv or mend the row.'
    )


def test_a_row_that_stands_twice_names_both_places(own: Write) -> None:
    folder = own("places", "atlantis\tCN\t\t\t\town\natlantis\tCN\t\t\t\town\n")
    with pytest.raises(InvalidRecord, match=r'places.tsv:3: "atlantis" stands here and at .*places.tsv:2'):
        load(folder)


def test_a_wrong_header_an_empty_table_and_another_encoding(own: Write) -> None:
    folder = own("places", "")
    (folder / "places.tsv").write_text("key\tname\n", "utf-8")
    with pytest.raises(InvalidRecord, match="the header is"):
        load(folder)
    (folder / "places.tsv").write_text("", "utf-8")
    with pytest.raises(InvalidRecord, match="the header is"):
        load(folder)
    (folder / "places.tsv").write_bytes("ключ".encode("cp1251"))
    with pytest.raises(InvalidRecord, match="not UTF-8"):
        load(folder)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecord, match="no such folder"):
        load(tmp_path / "nowhere")


def test_a_post_declared_by_a_row_of_its_own(own: Write) -> None:
    own("posts", "lake-envoy\tspecial-envoy\tsco\town\n")
    folder = own("tenures", "zhang-ming\tlake-envoy\t2020\t2021\t\t\tverified\t\thttps://example.org/a\n")
    post = Index(load(folder)).post(Key("post/lake-envoy"))
    assert post is not None
    assert (post.type, post.rank, post.at) == ("special-envoy", "special-representative", "body/sco")


def test_windows_line_ends_and_a_byte_order_mark_are_read(own: Write) -> None:
    folder = own("places", "atlantis\tCN\t1.5\t2.5\t\town\n")
    path = folder / "places.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    own("place_names", "atlantis\ten\tpreferred\tAtlantis\town\n")
    place = Index(load(folder)).place(Key("place/atlantis"))
    assert place is not None
    assert (place.latitude, place.longitude) == (1.5, 2.5)
