"""Icons, translations, fonts, trained models and the demo clip, as an importable package."""
