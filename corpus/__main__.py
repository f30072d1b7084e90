"""`python -m corpus`: check the content after a change, and tell what there is."""

import sys
from collections import Counter

from corpus.checklist import ITEM_IDS
from corpus.commands import Commands
from corpus.content import Content
from corpus.errors import ContentError
from corpus.types import BUITEN


def main(arguments: list[str] | None = None) -> int:
    """Print what the content holds; 1 with the mistake when a file is not right, 2 for wrong usage."""
    Commands(prog="python -m corpus", description="Controleert de inhoud na een wijziging.").parse_args(arguments)
    try:
        content = Content.load()
        examples = content.examples()
        held_out = content.examples(held_out=True)
    except ContentError as error:
        print(f"De inhoud klopt niet. {error}", file=sys.stderr)
        return 1
    counts = Counter(label for example in examples for label in example.labels)
    print(f"{len(content.sources)} bronnen, {len(content.passages)} passages, {len(content.terms)} begrippen")
    print(f"{len(ITEM_IDS)} onderdelen, {len(content.topics)} onderwerpen, {len(content.documents)} documentgidsen")
    print(f"{len(examples)} voorbeeldvragen, waarvan {counts[BUITEN]} die geweigerd horen te worden")
    print(f"{len(held_out)} vragen apart gehouden om te meten")
    fewest, count = min(((label, counts[label]) for label in content.guides), key=lambda pair: pair[1])
    print(f"De minste vragen heeft '{fewest}': {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
