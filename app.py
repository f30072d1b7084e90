"""Start the page: `python app.py`."""

import os
import sys
from pathlib import Path

from corpus import Commands, ContentError, InputError


def main(arguments: list[str] | None = None) -> int:
    """Serve the page; 0 stopped, 1 it could not be started, 2 wrong usage."""
    options = _parser().parse_args(arguments)

    import assistant as room  # noqa: PLC0415  so that --help is quick

    try:
        if options.maak_inlog:
            print(room.asked_account(options.maak_inlog))
            return 0
        accounts = room.Accounts.from_file(options.inlog) if options.inlog else None
        store = Path(os.environ.get(room.STORE_VARIABLE) or room.DEFAULT_STORE)
        assistant = room.Assistant.open(store, options.model)
        from assistant.page import Setup, serve  # noqa: PLC0415  gradio takes seconds; errors come first

        setup = Setup(options.root_path, accounts, options.mcp)
        serve(assistant, options.host, options.port, setup, browser=options.browser)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _parser() -> Commands:
    parser = Commands(prog="python app.py", description="Open de Assistent Regiovisie Jeugd in uw browser.")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRES", help="adres om op te luisteren (standaard alleen deze computer)"
    )
    parser.add_argument(
        "--port", type=int, default=7860, metavar="POORT", help="poort (standaard 7860; 0 kiest een vrije poort)"
    )
    parser.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
    parser.add_argument("--browser", action="store_true", help="open de pagina meteen in de browser")
    parser.add_argument("--mcp", action="store_true", help="bied de assistent ook aan als MCP-server, op /mcp")
    parser.add_argument("--inlog", type=Path, metavar="BESTAND", help="wie mag inloggen; zonder dit mag iedereen erin")
    parser.add_argument("--maak-inlog", metavar="NAAM", help="vraag een wachtwoord en geef de regel voor het bestand")
    parser.add_argument("--root-path", default="", metavar="PAD", help="pad achter een proxy, bijvoorbeeld /regiovisie")
    return parser


if __name__ == "__main__":
    sys.exit(main())
