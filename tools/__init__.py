"""What no build needs: it proves, measures, prints and packs what a build made."""
