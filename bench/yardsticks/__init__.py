"""Other people's data: how officials, posts and meetings are found in texts and by gold that are not ours."""
