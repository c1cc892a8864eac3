# What an editor tells while a plan is being written.

# A thing that can be done about a finding; $name is its name.
lsp-accept = Accept { $name } here, and write down why

# Why an id is not given another name; $id is the new one.
lsp-rename-no-id = “{ $id }” cannot be an id. Ids have small letters, digits, - and _ only, and at most 64 of them. Could it be a word like market-road?
lsp-rename-reserved = The word “{ $id }” is the id of the ambition in every plan. Which other word would do?
lsp-rename-taken =
    { $kind ->
        [person] A person has the id “{ $id }” already. Which other word would do?
        [organisation] An organisation has the id “{ $id }” already. Which other word would do?
       *[other] Something in this plan has the id “{ $id }” already. Which other word would do?
    }
lsp-rename-unsafe = With the id “{ $id }” this plan would be read otherwise than it is meant. Which other word would do?
lsp-rename-broken = A part of this plan cannot be read now, and names in it might be missed. Could you mend the text first?
lsp-rename-nothing = There is no id here. Could you put the cursor on one?
lsp-rename-ambition = The ambition has no other id: it is called ambition in every plan.
lsp-rename-made = This has no id that somebody wrote. Could you write one first, such as “id: market-road”?
