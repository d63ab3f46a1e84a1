//! The names that services give to what designers call title, status, author and so on, best first.
//!
//! A name is keys with dots between and `|` between alternatives, compared with the end of a path. `^`: only of the object
//! itself, not of something in it.

macro_rules! people {
    ($rest:literal) => {
        concat!("author|user|assignee|creator|created_by|reporter|owner|billing_details|customer|posted_by.", $rest)
    };
}

/// In the order in which roles choose: a value has one role.
pub static NAMES: [(&str, &[&str]); 15] = [
    (
        "Title",
        &[
            "^title|headline|subject",
            "^name|display_name|full_name|nickname",
            "^summary",
            "title|headline|subject",
            "^description|caption|text",
            "lines|line_items.description|name|title",
            "^number|identifier|key|id",
        ],
    ),
    (
        "Link",
        &[
            "^html_url|web_url|permalink|permalink_url|hosted_invoice_url|browser_url|html_link|canonical|canonical_url|share_url|url|href|link|receipt_url",
            "links|_links.html|web|self",
        ],
    ),
    ("ID", &["^identifier|key|number|iid|short_id|reference|ref|sku|id"]),
    (
        "Status",
        &[
            "^merged|draft|archived",
            "^state|status",
            "^state|status|workflow_state.name|label|title|text|value",
            "^stage|phase|availability",
            "offers.availability",
            "^active|published|paid|completed|done|closed",
        ],
    ),
    (
        "Label",
        &[
            "labels|tags|topics|label|tag|categories.name|title|text|value",
            "^labels|tags|topics|categories|keywords|tag|label",
            "^priority_label|priority_name",
            "^priority|severity.name|label",
            "^priority|severity|category|section",
            "^issuetype|issue_type|category.name",
        ],
    ),
    (
        "Price",
        &[
            "^unit_amount|price|amount_due|total|amount|total_price|cost",
            "price|default_price|offers|total.unit_amount|amount|price|low_price|value",
        ],
    ),
    (
        "Author",
        &[
            people!("display_name|name|full_name|real_name|login|username|user_name|nickname"),
            "^author|author_name|creator|creator_name|byline|assignee|assignee_name|user_name|customer_name|owner_name",
            people!("email"),
            "^customer_email|receipt_email|email",
        ],
    ),
    (
        "Avatar",
        &[
            people!("avatar_url|avatar|avatar_urls|profile_image_url|profile_image|picture|photo|image|image_url"),
            "^avatar_url|avatar|profile_image_url",
        ],
    ),
    (
        "Icon",
        &[
            "^favicon|icon|icon_url|logo|logo_url|apple_touch_icon",
            "^issuetype|issue_type|type|project|team|provider.icon_url|icon|logo",
        ],
    ),
    (
        "Updated",
        &[
            "^updated_at|updated|updated_on|last_modified|modified|modified_at|modified_time|date_modified|last_edited_time|edited_at|updated_time",
        ],
    ),
    (
        "Created",
        &[
            "^created_at|created|created_on|published_at|published_time|date_published|date_created|opened_at|created_time|creation_date|date",
        ],
    ),
    (
        "Due date",
        &["^due_date|due_on|due_at|duedate|due|deadline|target_date|end_date", "milestone|cycle.due_on|due_date|ends_at"],
    ),
    (
        "Description",
        &["^description|body|body_text|summary|excerpt|abstract|content|text|message", "^description|body.text|raw|plain|value"],
    ),
    (
        "Cover",
        &[
            "^cover|cover_image|cover_url|thumbnail|thumbnail_url|image|images|image_url|preview|preview_url|screenshot|banner|picture|photo",
        ],
    ),
    ("Developer", &["^site_name|provider_name|application_name|vendor|brand", "publisher|provider|brand.name"]),
];
