"""Start the page: `python app.py`."""

import os
import sys
import webbrowser
from pathlib import Path
from threading import Timer

from corpus import Commands, ContentError, InputError


def main(arguments: list[str] | None = None) -> int:
    """Serve the page; 0 stopped, 1 it could not be started, 2 wrong usage."""
    parser = Commands(prog="python app.py", description="Open de Assistent Regiovisie Jeugd in uw browser.")
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRES", help="adres om op te luisteren (standaard alleen deze computer)"
    )
    parser.add_argument("--port", type=int, default=7860, metavar="POORT", help="poort (standaard 7860)")
    parser.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
    parser.add_argument("--browser", action="store_true", help="open de pagina meteen in de browser")
    options = parser.parse_args(arguments)

    from assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant  # noqa: PLC0415  so that --help is quick

    try:
        assistant = Assistant.open(Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE), options.model)
        from assistant.page import serve  # noqa: PLC0415  gradio takes seconds; errors come first

        if options.browser:
            Timer(1.0, webbrowser.open, [f"http://{options.host}:{options.port}"]).start()
        serve(assistant, options.host, options.port)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
