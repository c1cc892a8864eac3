# The sentences of the findings about care with people. For their parts see findings.ftl.
# $item is always there; “vars” names what a message needs beside it.

# vars: $what: email, phone or place; $kind of the item is “plan” where it stands in a comment or in a text of the plan
# itself
identity-leak =
    { $what ->
        [email] An e-mail address
        [phone] A phone number
       *[place] The coordinates of a place
    } { $what ->
        [place] stand
       *[other] stands
    } { $kind ->
        [plan] in the plan, outside of anything with an id.
       *[other] in the text of { $item }.
    }
    .ask = Who needs to know this, and do they know it without the plan?
    .title = It could lead somebody to a person
    .brief = address, number or place that could lead to a person
    .about = An address, a number or a place that leads to a person stands in the plan.

# vars: $item2 the public thing that it stands in or under
core-in-public = { $item } is for the inner circle only, and stands under { $item2 }, which is public.
    .ask = Does that have to be public, or only a page that you write for others?
    .title = For the inner circle, under something public
    .brief = for the inner circle, under something public
    .about = Something for the inner circle stands under something public.

# Further places of these findings; $related is what stands there.
related-leak = it stands here as well
related-public = { $related } is public
