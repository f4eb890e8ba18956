"""What the runs of letters in a message look like, for the password guard: a plain word, a host name, something made up."""

from __future__ import annotations

AROUND = "\"'„“”‚‘’«»`()[]{}<>*_ \t\r\n"
END = ".,;!?…"
SPECIAL = frozenset("!#$%&*+=?@^~|\\§€<>{}[];")


def core_of(run: str) -> str:
    """Give it without what stands around words: quotes, brackets, a full stop."""
    return run.strip(AROUND).rstrip(END).strip(AROUND)


def is_numbered_name(run: str) -> bool:
    """Whether it is a word with one or two digits after it, as a keyboard capitalises it: 'Maier2'."""
    name = run.rstrip("0123456789")
    return name.isalpha() and name[1:].islower() and len(run) - len(name) <= 2


def has_sign_and_digit(run: str) -> bool:
    """Whether it mixes signs and digits as hardly anything but a password does: 'tulpe99!'."""
    core = run.strip(AROUND)
    return any(letter in SPECIAL for letter in core[1:]) and any(letter.isdigit() for letter in core)


def kinds_of_letters(run: str) -> int:
    """Give how many of these it has: small letters, capitals, digits, signs."""
    core = run.strip(AROUND)
    return sum(
        (
            any(letter.islower() for letter in core),
            any(letter.isupper() for letter in core),
            any(letter.isdigit() for letter in core),
            any(letter in SPECIAL for letter in core[1:]),
        )
    )


def is_technical(core: str) -> bool:
    """Whether it is an address, a host name, a link, a command or an error code such as `0x800CCC0E`.

    An address may have a slip: 'erna@kolping-schoenau.d', 'erna@@kolping-schoenau,de'.
    """
    lowered = core.lower().replace(",", ".").replace("@@", "@")
    if lowered.startswith(("/", "0x", "http", "www.", "mailto:")):
        return True
    local, at, domain = lowered.partition("@")
    labels = (domain if at else local).split(".")
    ending = labels[-1]
    is_host = len(labels) > 1 and ending.isalpha() and (1 if at else 2) <= len(ending) <= 6
    return is_host and all(label.replace("-", "").isalnum() for label in labels)
