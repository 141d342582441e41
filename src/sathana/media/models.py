"""What is stored. Recordings and pictures of the media centre: cleaned, made small, handed out."""
