"""What an English text's main event was about: terms of side events, of what is prepared, of titles and lists."""

from __future__ import annotations

import pytest

from sco_graph.authority import Authority

from .test_english import facts

MET = (
    "On 5 May 2021, SCO Secretary-General Ivan Testov met with Foreign Minister of Kazakhstan Oleg Primerov in Astana."
)
GATHERED = "The meeting of the SCO Ministers of Culture was held in Astana on 5 May 2021."


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        (f"{MET}\nThe sides discussed trade and tourism.", {"trade", "tourism"}),
        (f"{MET}\nThe sides discussed the preparations for the SCO summit in Dushanbe.", {"summit-preparation"}),
        (
            f"{MET}\nThe SCO summit will be held in Dushanbe on 16 September 2021.\nThe sides discussed tourism.",
            {"tourism"},
        ),
        (
            f"{MET}\nMr Primerov led the SCO mission at the elections of 4 April 2021.\nMr Testov spoke about trade.",
            {"trade"},
        ),
        (f"{GATHERED}\nThe event was attended by the Minister of Afghanistan, Anna Primerova.", {"culture"}),
        (f"{GATHERED}\nAhead of the SCO summit in Dushanbe, the ministers discussed tourism.", {"culture", "tourism"}),
        (f"{GATHERED}\nThey wished each other good health and prosperity.", {"culture"}),
        (f"{GATHERED}\nDelegates of Iran, Afghanistan and Qatar attended.", {"culture"}),
    ],
)
def test_the_main_event_was_about(text: str, issues: set[str], authority: Authority) -> None:
    found = facts(text, authority)
    main = next(event for event in found.events if event.main)

    assert issues <= set(main.issues)
    assert not {"afghanistan", "public-health", "elections"} & set(main.issues) - issues
